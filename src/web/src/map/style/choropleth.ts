import type { CoverageRow, Measure } from '../../api/shapes.ts';
import type { Breakdown } from '../../state/pageState.ts';
import type { Collection } from '../collections.ts';

/** One class of a share of 0 to 1: from its lower bound, included, to its upper bound, left out unless it is 1. */
export interface ShareClass {
  readonly from: number;
  readonly to: number;
  readonly colour: string;
}

/**
 * From nobody to everybody. The bounds lie closer together at the top, where plans are decided; brown to blue stays
 * apart for every common kind of colour blindness, and lightness turns round at the middle class only.
 */
export const ShareClasses: readonly ShareClass[] = [
  { from: 0, to: 0.2, colour: '#cd6f45' },
  { from: 0.2, to: 0.5, colour: '#ecb48a' },
  { from: 0.5, to: 0.8, colour: '#f6ead0' },
  { from: 0.8, to: 0.95, colour: '#b9d8e6' },
  { from: 0.95, to: 1, colour: '#74abce' },
];

/** The class of a share, or null where there is nothing to share. */
export function shareClass(share: number | null | undefined): ShareClass | null {
  if (share === null || share === undefined || !(share >= 0 && share <= 1)) {
    return null;
  }

  return ShareClasses.find(({ to }) => share < to) ?? ShareClasses.at(-1) ?? null;
}

/** Which collection's outlines carry the rows of a report. */
export const BreakdownCollections: Readonly<Record<Breakdown, Collection>> = {
  grid: 'grids',
  community: 'areas',
  compound: 'compounds',
};

/** What the map paints for a coverage report: a share for each code of one collection. */
export interface Choropleth {
  readonly collection: Collection;
  readonly shares: ReadonlyMap<string, number | null>;
  /** The code a person chose, or null. */
  readonly selected: string | null;
  /** The function asked about; service points without it step back. */
  readonly function: string;
}

export function choroplethOf(
  report: { readonly rows: readonly CoverageRow[]; readonly function: string },
  by: Breakdown,
  measure: Measure,
  selected: string | null,
): Choropleth {
  return {
    collection: BreakdownCollections[by],
    shares: new Map(report.rows.map((row) => [row.code, row[measure].share])),
    selected,
    function: report.function,
  };
}
