import type { CoverageRow, Measure } from '../api/shapes.ts';
import type { Language } from '../language/language.ts';
import { shareClass } from '../map/style/choropleth.ts';
import { h } from '../page/elements.ts';
import { firstSorting, nextSorting, SortColumns, sortRows, type SortColumn, type Sorting } from './rows.ts';

/** The rows of a report: sorted by a click on a column's head, shown on the map by a click on the name. */
export class CoverageTable {
  readonly element: HTMLElement;
  private readonly head = h('tr');
  private readonly body = h('tbody');
  private readonly caption = h('caption');
  private rows: readonly CoverageRow[] = [];
  private measure: Measure = 'residents';
  private sorting: Sorting = firstSorting('uncovered');
  private selected: string | null = null;

  constructor(
    private readonly language: Language,
    private readonly onChoose: (code: string) => void,
  ) {
    this.element = h(
      'div',
      { class: 'rows' },
      h('table', { 'data-table': 'coverage' }, this.caption, h('thead', {}, this.head), this.body),
    );
  }

  fill(rows: readonly CoverageRow[], measure: Measure): void {
    this.rows = rows;
    this.measure = measure;
    this.selected = null;
    this.caption.textContent = this.language.text('coverage.rows', { n: this.language.count(rows.length) });
    this.render();
  }

  select(code: string): void {
    this.selected = code;
    for (const row of this.body.rows) {
      const isSelected = row.dataset['code'] === code;
      row.setAttribute('aria-selected', String(isSelected));
      if (isSelected) {
        row.scrollIntoView({ block: 'nearest' });
      }
    }
  }

  private render(): void {
    this.head.replaceChildren(...SortColumns.map((column) => this.headCell(column)));
    this.body.replaceChildren(
      ...sortRows(this.rows, this.measure, this.sorting, this.language.tag).map((row) => this.row(row)),
    );
  }

  private headCell(column: SortColumn): HTMLElement {
    const words = this.language.text(`coverage.${column}`);
    const isSorted = this.sorting.column === column;
    return h(
      'th',
      {
        'aria-sort': isSorted ? (this.sorting.isRising ? 'ascending' : 'descending') : 'none',
        props: { scope: 'col' },
      },
      h(
        'button',
        {
          'aria-label': this.language.text('coverage.sortBy', { column: words }),
          'data-sort': column,
          props: { type: 'button' },
          on: {
            click: () => {
              this.sorting = nextSorting(this.sorting, column);
              this.render();
              this.head.querySelector<HTMLElement>(`[data-sort="${column}"]`)?.focus();
            },
          },
        },
        words,
        h('span', { 'aria-hidden': 'true' }, isSorted ? (this.sorting.isRising ? ' ▲' : ' ▼') : ''),
      ),
    );
  }

  private row(row: CoverageRow): HTMLElement {
    const tally = row[this.measure];
    const swatch = h('span', { class: 'swatch', 'aria-hidden': 'true' });
    const of = shareClass(tally.share);
    swatch.classList.toggle('hatch', of === null);
    swatch.style.background = of?.colour ?? '';
    return h(
      'tr',
      {
        'data-code': row.code,
        'aria-selected': String(row.code === this.selected),
        on: {
          click: () => {
            this.onChoose(row.code);
          },
        },
      },
      h(
        'th',
        { props: { scope: 'row' } },
        h('button', { props: { type: 'button', title: row.code } }, row.name === '' ? row.code : row.name),
      ),
      h('td', {}, this.language.count(tally.total)),
      h('td', {}, this.language.count(tally.uncovered)),
      h('td', { class: 'share' }, swatch, this.language.percent(tally.share)),
    );
  }
}
