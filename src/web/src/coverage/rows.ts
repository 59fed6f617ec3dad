import type { CoverageRow, Measure } from '../api/shapes.ts';

export const SortColumns = ['name', 'total', 'uncovered', 'share'] as const;
export type SortColumn = (typeof SortColumns)[number];

export interface Sorting {
  readonly column: SortColumn;
  readonly isRising: boolean;
}

/** The order in which a column is first sorted: gaps first. */
export function firstSorting(column: SortColumn): Sorting {
  return { column, isRising: column === 'name' || column === 'share' };
}

/** What a click on a column's head does: the other way round, or that column first. */
export function nextSorting(present: Sorting, column: SortColumn): Sorting {
  return present.column === column ? { column, isRising: !present.isRising } : firstSorting(column);
}

/**
 * The rows in order. Rows without anything to count stay at the end whichever way; equal rows follow their codes, which
 * sort as places do.
 */
export function sortRows(
  rows: readonly CoverageRow[],
  measure: Measure,
  sorting: Sorting,
  languageTag: string,
): readonly CoverageRow[] {
  const names = new Intl.Collator(languageTag, { numeric: true });
  const sign = sorting.isRising ? 1 : -1;
  return [...rows].sort((a, b) => {
    if (sorting.column === 'name') {
      return sign * names.compare(a.name, b.name) || compareCodes(a, b);
    }

    const left = a[measure][sorting.column];
    const right = b[measure][sorting.column];
    if (left === null || right === null) {
      return Number(left === null) - Number(right === null) || compareCodes(a, b);
    }

    return sign * (left - right) || compareCodes(a, b);
  });
}

function compareCodes(a: CoverageRow, b: CoverageRow): number {
  return a.code < b.code ? -1 : a.code > b.code ? 1 : 0;
}
