import type { Language } from '../language/language.ts';
import { DeskKeys, type DeskKey } from '../state/pageState.ts';
import { h, picture } from './elements.ts';
import { deskSign } from './icons.ts';

/** What the frame of the page tells about. */
export interface ShellEvents {
  opened(desk: DeskKey): void;
  switchedLanguage(): void;
  zoomed(steps: number): void;
  wholeCounty(): void;
  resized(): void;
}

/** The frame of the page: the rail of desks, the panel, the map's place and the lines around it. */
export class Shell {
  readonly panel = h('div', { class: 'panel-content', props: { id: 'panel-content' } });
  readonly mapPlace = h('div', { class: 'map', tabindex: '0', role: 'application', props: { id: 'map' } });
  private readonly rail = h('nav', { class: 'rail' });
  private readonly banner = h('div', { class: 'banner', role: 'status', 'aria-live': 'assertive' });
  private readonly progress = h('div', { class: 'progress', role: 'progressbar' });
  private readonly attribution = h('p', { class: 'attribution' });
  private readonly tools = h('div', { class: 'tools' });
  private readonly aside = h('aside', { class: 'panel' });
  private county = '';
  private hasOsm = false;
  private isCollapsed = false;

  constructor(
    place: HTMLElement,
    private readonly events: ShellEvents,
  ) {
    this.banner.hidden = true;
    this.aside.append(this.panel);
    place.replaceChildren(
      this.rail,
      this.aside,
      h(
        'main',
        { class: 'stage' },
        this.mapPlace,
        this.progress,
        this.tools,
        h('div', { class: 'scale', props: { id: 'scale' } }),
        this.attribution,
        this.banner,
      ),
    );
  }

  /** Writes every fixed text of the frame in a language. */
  write(language: Language, desk: DeskKey): void {
    document.documentElement.lang = language.tag;
    document.title = [this.county, language.text('page.name')].filter((part) => part !== '').join(' · ');
    this.mapPlace.setAttribute('aria-label', language.text('page.map'));
    this.progress.setAttribute('aria-label', language.text('map.loading'));
    this.rail.setAttribute('aria-label', language.text('page.desks'));
    this.aside.setAttribute('aria-label', language.text('page.panel'));
    this.rail.replaceChildren(
      h(
        'div',
        { class: 'brand' },
        picture('./icon.svg', 34),
        h('span', { class: 'hidden' }, language.text('page.name')),
      ),
      ...DeskKeys.map((key) => this.deskButton(language, key, desk)),
      h(
        'button',
        {
          class: 'language',
          'data-action': 'language',
          'aria-label': language.text('page.switchLanguage'),
          props: { type: 'button', lang: language.key === 'zh' ? 'en' : 'zh-CN' },
          on: {
            click: () => {
              this.events.switchedLanguage();
            },
          },
        },
        language.text('page.otherLanguage'),
      ),
    );
    this.tools.replaceChildren(
      this.tool('zoomIn', '+', language.text('map.zoomIn'), () => {
        this.events.zoomed(1);
      }),
      this.tool('zoomOut', '−', language.text('map.zoomOut'), () => {
        this.events.zoomed(-1);
      }),
      this.tool('whole', '⤢', language.text('map.wholeCounty'), () => {
        this.events.wholeCounty();
      }),
    );
    this.writeAttribution(language);
    this.writeCollapse(language);
  }

  nameCounty(name: string): void {
    this.county = name;
  }

  showOsm(language: Language): void {
    this.hasOsm = true;
    this.writeAttribution(language);
  }

  /** Shows words over the map, or none. */
  announce(words: string | null, tone: 'fault' | 'good' = 'fault'): void {
    this.banner.hidden = words === null;
    this.banner.dataset['tone'] = tone;
    this.banner.textContent = words ?? '';
  }

  private deskButton(language: Language, key: DeskKey, open: DeskKey): HTMLElement {
    const isOpen = key === open;
    return h(
      'button',
      {
        'data-desk': key,
        'aria-pressed': String(isOpen),
        'aria-controls': 'panel-content',
        props: { type: 'button', title: language.text(`title.${key}`) },
        on: {
          click: () => {
            if (this.isCollapsed) {
              this.collapse(language, false);
            }

            this.events.opened(key);
          },
        },
      },
      picture(deskSign(key, isOpen ? '#12424a' : '#d9ecec'), 24),
      h('span', {}, language.text(`desk.${key}`)),
    );
  }

  private tool(name: string, sign: string, words: string, onClick: () => void): HTMLElement {
    return h(
      'button',
      {
        'aria-label': words,
        'data-tool': name,
        props: { type: 'button', title: words },
        on: { click: onClick },
      },
      h('span', { 'aria-hidden': 'true' }, sign),
    );
  }

  private writeAttribution(language: Language): void {
    this.attribution.textContent = [
      'Neighbor.Gis',
      language.text('map.attribution'),
      this.hasOsm ? language.text('map.osm') : '',
    ]
      .filter((part) => part !== '')
      .join(' · ');
  }

  private writeCollapse(language: Language): void {
    this.aside.querySelector('.collapse')?.remove();
    const words = language.text(this.isCollapsed ? 'page.expand' : 'page.collapse');
    this.aside.append(
      h(
        'button',
        {
          class: 'collapse',
          'aria-label': words,
          'aria-expanded': String(!this.isCollapsed),
          'aria-controls': 'panel-content',
          props: { type: 'button', title: words },
          on: {
            click: () => {
              this.collapse(language, !this.isCollapsed);
            },
          },
        },
        h('span', { 'aria-hidden': 'true' }, '‹'),
      ),
    );
  }

  private collapse(language: Language, isCollapsed: boolean): void {
    this.isCollapsed = isCollapsed;
    this.aside.classList.toggle('collapsed', isCollapsed);
    this.writeCollapse(language);
    this.events.resized();
  }
}
