import type { FeatureLike } from 'ol/Feature';
import { ask } from '../api/client.ts';
import { Connection } from '../api/connection.ts';
import type { Catalogue, LonLat } from '../api/shapes.ts';
import { CoverageDesk } from '../coverage/coverageDesk.ts';
import { Language } from '../language/language.ts';
import { LayersDesk } from '../layers/layersDesk.ts';
import { CountyMap } from '../map/countyMap.ts';
import { IsochroneQuestion } from '../questions/isochrones.ts';
import { LocateQuestion } from '../questions/locate.ts';
import { NearestPointsQuestion, NearestRespondersQuestion } from '../questions/nearest.ts';
import { QuestionDesk } from '../questions/questionDesk.ts';
import { StateStore, type DeskKey, type PageState } from '../state/pageState.ts';
import { formatHash, parseHash } from '../state/urlState.ts';
import type { Desk, DeskRoom } from './desk.ts';
import { h } from './elements.ts';
import { problemMessage, unreachableMessage } from './messages.ts';
import { Shell } from './shell.ts';

const BackWordsMs = 2_500;
const HashDelayMs = 250;

/** The page: joins the frame, the map, the desks, the address and the connection. */
export class Console {
  private readonly store = new StateStore(parseHash(location.hash));
  private readonly connection = new Connection();
  private readonly shell: Shell;
  private readonly map: CountyMap;
  private language = new Language(this.store.current.language);
  private catalogue: Catalogue | null = null;
  private desk: Desk | null = null;
  private hashTimer = 0;
  private writtenHash = '';
  /** Whether the address named a place; until then the first sight is the whole county. */
  private hasPlace = this.store.current.centre !== null;

  constructor(place: HTMLElement) {
    this.shell = new Shell(place, {
      opened: (desk) => {
        this.store.set({ desk });
      },
      switchedLanguage: () => {
        this.store.set({ language: this.language.key === 'zh' ? 'en' : 'zh' });
      },
      zoomed: (steps) => {
        this.map.zoomBy(steps);
      },
      wholeCounty: () => {
        if (this.catalogue?.bounds) {
          this.map.fitBounds(this.catalogue.bounds, true);
        }
      },
      resized: () => {
        this.map.resize();
      },
    });
    this.shell.write(this.language, this.store.current.desk);
    this.map = new CountyMap(this.shell.mapPlace, this.mapEvents(), (share) => this.language.percent(share));
    this.map.showLayers(this.store.current.toggled);
    this.listen();
  }

  /** Loads the catalogue and opens the desk that the address names. */
  async start(): Promise<void> {
    const { centre, zoom } = this.store.current;
    if (centre !== null) {
      this.map.goTo(centre, zoom);
    }

    this.shell.panel.replaceChildren(
      h('p', { class: 'message running' }, this.language.text('page.loading')),
    );
    const outcome = await ask<Catalogue>('/api/v1/catalogue', {}, this.language.tag);
    this.connection.report(outcome.kind !== 'unreachable');
    switch (outcome.kind) {
      case 'answer':
        this.begin(outcome.body);
        break;
      case 'problem':
        this.shell.panel.replaceChildren(
          problemMessage(outcome.problem, this.language),
          h(
            'button',
            { class: 'plain', props: { type: 'button' }, on: { click: () => void this.start() } },
            this.language.text('page.retry'),
          ),
        );
        break;
      default:
        this.shell.panel.replaceChildren(unreachableMessage(this.language, () => void this.start()));
        break;
    }
  }

  private begin(catalogue: Catalogue): void {
    this.catalogue = catalogue;
    this.shell.nameCounty(catalogue.areas.find((area) => area.level === 'county')?.name ?? '');
    if (!this.hasPlace && catalogue.bounds !== null) {
      this.map.fitBounds(catalogue.bounds, false);
      this.hasPlace = true;
    }

    this.shell.write(this.language, this.store.current.desk);
    this.openDesk();
  }

  private openDesk(): void {
    if (this.catalogue === null) {
      return;
    }

    this.desk?.close();
    const room: DeskRoom = {
      catalogue: this.catalogue,
      connection: this.connection,
      map: this.map,
      store: this.store,
      language: this.language,
    };
    this.desk = makeDesk(room, this.store.current.desk);
    this.shell.panel.dataset['open'] = this.store.current.desk;
    this.shell.mapPlace.classList.toggle('asks', !['layers', 'coverage'].includes(this.store.current.desk));
    this.desk.open(this.shell.panel);
  }

  private listen(): void {
    this.store.onChange((state, before) => {
      this.changed(state, before);
    });
    this.connection.onChange((isLost) => {
      this.connectionChanged(isLost);
    });
    window.addEventListener('hashchange', () => {
      const hash = location.hash.replace(/^#/, '');
      if (hash !== this.writtenHash) {
        const state = parseHash(hash);
        this.store.set(state);
        if (state.centre !== null) {
          this.map.goTo(state.centre, state.zoom);
        }
      }
    });
  }

  private changed(state: PageState, before: PageState): void {
    if (state.toggled !== before.toggled) {
      this.map.showLayers(state.toggled);
    }

    if (state.language !== before.language) {
      this.language = new Language(state.language);
    }

    if (state.language !== before.language || state.desk !== before.desk) {
      this.shell.write(this.language, state.desk);
      this.openDesk();
    } else {
      this.desk?.changed?.(state, before);
    }

    this.writeHash();
  }

  /** Writes the address a moment later: the map moves many times a second. */
  private writeHash(): void {
    window.clearTimeout(this.hashTimer);
    this.hashTimer = window.setTimeout(() => {
      this.writtenHash = formatHash(this.store.current);
      history.replaceState(null, '', `#${this.writtenHash}`);
    }, HashDelayMs);
  }

  private connectionChanged(isLost: boolean): void {
    if (isLost) {
      this.shell.announce(this.language.text('page.lost'));
      return;
    }

    this.shell.announce(this.language.text('page.back'), 'good');
    window.setTimeout(() => {
      if (!this.connection.isLost) {
        this.shell.announce(null);
      }
    }, BackWordsMs);
    this.map.reload();
    if (this.catalogue === null) {
      void this.start();
    } else {
      this.desk?.reconnected?.();
    }
  }

  private mapEvents(): ConstructorParameters<typeof CountyMap>[1] {
    return {
      clicked: (at: LonLat, features: readonly FeatureLike[]) => {
        this.desk?.clicked?.(at, features);
      },
      moved: (centre, zoom) => {
        this.store.set({ centre, zoom });
      },
      reached: (isReached) => {
        this.connection.report(isReached);
      },
      refused: () => {
        this.shell.announce(this.language.text('map.tileFault'));
      },
      osmShown: () => {
        this.shell.showOsm(this.language);
      },
    };
  }
}

function makeDesk(room: DeskRoom, desk: DeskKey): Desk {
  switch (desk) {
    case 'layers':
      return new LayersDesk(room);
    case 'locate':
      return new QuestionDesk(room, LocateQuestion);
    case 'points':
      return new QuestionDesk(room, NearestPointsQuestion);
    case 'responders':
      return new QuestionDesk(room, NearestRespondersQuestion);
    case 'isochrone':
      return new QuestionDesk(room, IsochroneQuestion);
    case 'coverage':
      return new CoverageDesk(room);
  }
}
