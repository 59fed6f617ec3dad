import type { FeatureLike } from 'ol/Feature';
import { address, ask } from '../api/client.ts';
import type { Outcome } from '../api/outcome.ts';
import type { CoverageReport, CoverageRow, LonLat, UncoveredBuilding } from '../api/shapes.ts';
import { BreakdownCollections, choroplethOf } from '../map/style/choropleth.ts';
import { text } from '../map/style/mapStyle.ts';
import { choice, h, segments } from '../page/elements.ts';
import type { Desk, DeskRoom } from '../page/desk.ts';
import { emptyMessage, problemMessage, runningMessage, unreachableMessage } from '../page/messages.ts';
import { functionField, minutesField, paceField } from '../questions/fields.ts';
import { Breakdowns, Measures, type PageState } from '../state/pageState.ts';
import { areaOptions, reportArea } from './areaOptions.ts';
import { coverageLegend } from './legend.ts';
import { CoverageTable } from './table.ts';
import { rowText, uncoveredText } from './popupTexts.ts';
import { coverageTotals } from './totals.ts';

/** 覆盖率。Who can walk to a function within the minutes, by grid, community or compound. */
export class CoverageDesk implements Desk {
  private answerPlace: HTMLElement | null = null;
  private outcome: Outcome<CoverageReport> | null = null;
  private running: AbortController | null = null;
  private selected: string | null = null;
  private readonly table: CoverageTable;

  constructor(private readonly room: DeskRoom) {
    this.table = new CoverageTable(room.language, (code) => {
      this.choose(code, true);
    });
  }

  open(panel: HTMLElement): void {
    const { catalogue, language, store } = this.room;
    this.answerPlace = h('div', { class: 'answer', 'aria-live': 'polite', 'data-answer': 'coverage' });
    panel.replaceChildren(
      h('h2', {}, language.text('title.coverage')),
      h('p', { class: 'lead' }, language.text('lead.coverage')),
      h(
        'div',
        { class: 'fields' },
        h(
          'div',
          { class: 'pair' },
          functionField(this.room),
          choice(
            language.text('field.area'),
            areaOptions(catalogue.areas, language.text('coverage.wholeCounty')),
            reportArea(catalogue.areas, store.current.area),
            'area',
            (area) => {
              store.set({ area });
            },
          ),
        ),
        minutesField(this.room),
        h(
          'div',
          { class: 'pair' },
          paceField(this.room),
          choice(
            language.text('field.by'),
            Breakdowns.map((by) => ({ value: by, label: language.text(`coverage.by.${by}`) })),
            store.current.by,
            'by',
            (by) => {
              store.set({ by: Breakdowns.find((known) => known === by) ?? 'grid' });
            },
          ),
        ),
        segments(
          language.text('field.measure'),
          Measures.map((measure) => ({ value: measure, label: language.text(`coverage.${measure}`) })),
          store.current.measure,
          'measure',
          (measure) => {
            store.set({ measure: Measures.find((known) => known === measure) ?? 'residents' });
          },
          false,
        ),
      ),
      this.answerPlace,
    );
    this.run();
  }

  close(): void {
    this.running?.abort();
    this.running = null;
    this.answerPlace = null;
    this.outcome = null;
    this.selected = null;
    this.room.map.answers.clear();
    this.room.map.showChoropleth(null);
    this.room.map.popup.hide();
  }

  changed(state: PageState, before: PageState): void {
    const asked = ['function', 'area', 'minutes', 'pace', 'by'] as const;
    if (asked.some((name) => state[name] !== before[name])) {
      this.run();
    } else if (state.measure !== before.measure && this.outcome?.kind === 'answer') {
      this.showReport(this.outcome.body);
    }
  }

  clicked(at: LonLat, features: readonly FeatureLike[]): void {
    if (this.outcome?.kind !== 'answer') {
      return;
    }

    const collection = BreakdownCollections[this.room.store.current.by];
    const codes = new Set(this.outcome.body.rows.map((row) => row.code));
    const hit = features.find(
      (feature) => text(feature, 'layer') === collection && codes.has(text(feature, 'code')),
    );
    if (hit !== undefined) {
      this.choose(text(hit, 'code'), false);
    }

    this.tell(
      at,
      features.find((feature) => feature.get('uncovered') !== undefined),
      this.outcome.body.rows.find((row) => hit !== undefined && row.code === text(hit, 'code')),
    );
  }

  /** Says at the place of a click what lies there: an uncovered building before the area around it. */
  private tell(at: LonLat, building: FeatureLike | undefined, row: CoverageRow | undefined): void {
    const { language, map, store } = this.room;
    const { measure } = store.current;
    const closeWords = language.text('page.close');
    if (building !== undefined) {
      const { title, lines } = uncoveredText(language, building.get('uncovered') as UncoveredBuilding);
      map.popup.show(at, title, lines, closeWords);
    } else if (row !== undefined) {
      const { title, lines } = rowText(language, row, measure);
      map.popup.show(at, title, lines, closeWords);
    } else {
      map.popup.hide();
    }
  }

  reconnected(): void {
    if (this.outcome?.kind === 'unreachable') {
      this.run();
    }
  }

  private get parameters(): Record<string, string | number> {
    const { function: wanted, minutes, pace, by, area } = this.room.store.current;
    return { area: reportArea(this.room.catalogue.areas, area), function: wanted, minutes, pace, by };
  }

  private run(): void {
    this.running?.abort();
    const running = new AbortController();
    this.running = running;
    this.selected = null;
    this.room.map.popup.hide();
    this.answerPlace?.replaceChildren(runningMessage(this.room.language));
    void ask<CoverageReport>(
      '/api/v1/coverage',
      this.parameters,
      this.room.language.tag,
      running.signal,
    ).then((outcome) => {
      if (this.running === running && outcome.kind !== 'cancelled') {
        this.running = null;
        this.outcome = outcome;
        this.room.connection.report(outcome.kind !== 'unreachable');
        this.showOutcome(outcome);
      }
    });
  }

  private showOutcome(outcome: Outcome<CoverageReport>): void {
    const { language, map } = this.room;
    if (outcome.kind === 'answer') {
      this.showReport(outcome.body);
      return;
    }

    map.answers.clear();
    map.showChoropleth(null);
    if (outcome.kind === 'problem') {
      this.answerPlace?.replaceChildren(problemMessage(outcome.problem, language));
    } else {
      this.answerPlace?.replaceChildren(
        unreachableMessage(language, () => {
          this.run();
        }),
      );
    }
  }

  private showReport(report: CoverageReport): void {
    const { language, map, catalogue, store } = this.room;
    const { measure } = store.current;
    map.answers.clear();
    map.answers.showUncovered(report.uncovered);
    this.paint(report);
    if (report.totals.buildings.total === 0) {
      this.answerPlace?.replaceChildren(emptyMessage(language.text('coverage.empty')));
      return;
    }

    const word = catalogue.functions.find((known) => known.key === report.function);
    this.table.fill(report.rows, measure);
    this.answerPlace?.replaceChildren(
      coverageTotals(language, report, measure, word ? language.of(word) : report.function),
      coverageLegend(language, measure, report.uncovered.features.length),
      this.table.element,
      h(
        'p',
        { class: 'actions' },
        h(
          'a',
          {
            class: 'plain',
            'data-action': 'csv',
            props: { href: address('/api/v1/coverage', { ...this.parameters, format: 'csv' }), download: '' },
          },
          language.text('coverage.csv'),
        ),
      ),
    );
  }

  private paint(report: CoverageReport): void {
    const { by, measure } = this.room.store.current;
    this.room.map.showChoropleth(choroplethOf(report, by, measure, this.selected));
  }

  private choose(code: string, isFlown: boolean): void {
    if (this.outcome?.kind !== 'answer') {
      return;
    }

    this.selected = code;
    this.table.select(code);
    this.paint(this.outcome.body);
    if (isFlown && code !== '') {
      void this.room.map.showCode(
        BreakdownCollections[this.room.store.current.by],
        code,
        this.room.catalogue.bounds,
      );
    }
  }
}
