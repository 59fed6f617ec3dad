import type { CoverageReport, Measure, Tally } from '../api/shapes.ts';
import type { Language } from '../language/language.ts';
import { Measures } from '../state/pageState.ts';
import { h } from '../page/elements.ts';

/** The headline of a report and the three tallies below it. */
export function coverageTotals(
  language: Language,
  report: CoverageReport,
  measure: Measure,
  functionWord: string,
): HTMLElement {
  const { totals } = report;
  const chosen = totals[measure];
  const bar = h('div', { class: 'bar', role: 'presentation' }, h('span', { class: 'covered' }));
  (bar.firstElementChild as HTMLElement).style.width = `${(chosen.share ?? 0) * 100}%`;
  const notes = [
    language.text('coverage.points', { n: language.count(report.points) }),
    language.text('coverage.pace', { speed: report.pace.metresPerSecond }),
    totals.unsnapped > 0 ? language.text('coverage.unsnapped', { n: language.count(totals.unsnapped) }) : '',
    totals.withoutCounts > 0
      ? language.text('coverage.withoutCounts', { n: language.count(totals.withoutCounts) })
      : '',
  ].filter((note) => note !== '');
  return h(
    'section',
    { class: 'totals' },
    h(
      'p',
      { class: 'headline' },
      h('b', { 'data-headline': 'share' }, language.percent(chosen.share)),
      ' ',
      chosen.share === null
        ? language.text('coverage.noShare', { measure: language.text(`coverage.${measure}`) })
        : language.text('coverage.headline', {
            measure: language.text(`coverage.${measure}`),
            minutes: report.minutes,
            function: functionWord,
          }),
    ),
    bar,
    report.points === 0 &&
      h('p', { class: 'message empty' }, language.text('coverage.noPoints', { function: functionWord })),
    h(
      'table',
      { class: 'tallies' },
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          h('td', {}),
          ...(['total', 'covered', 'uncovered', 'share'] as const).map((column) =>
            h('th', { props: { scope: 'col' } }, language.text(`coverage.${column}`)),
          ),
        ),
      ),
      h('tbody', {}, ...Measures.map((each) => tallyRow(language, each, totals[each], each === measure))),
    ),
    h('ul', { class: 'notes' }, ...notes.map((note) => h('li', {}, note))),
  );
}

function tallyRow(language: Language, measure: Measure, tally: Tally, isChosen: boolean): HTMLElement {
  return h(
    'tr',
    { class: isChosen ? 'chosen' : '' },
    h('th', { props: { scope: 'row' } }, language.text(`coverage.${measure}`)),
    h('td', {}, language.count(tally.total)),
    h('td', {}, language.count(tally.covered)),
    h('td', {}, language.count(tally.uncovered)),
    h('td', {}, language.percent(tally.share)),
  );
}
