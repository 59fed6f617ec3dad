/** Longitude and latitude in degrees, CGCS2000; longitude first. */
export type LonLat = readonly [lon: number, lat: number];

export interface Word {
  readonly key: string;
  readonly zh: string;
  readonly en: string;
}

export interface PaceWord {
  readonly name: string;
  readonly metresPerSecond: number;
  readonly zh: string;
  readonly en: string;
}

export interface AreaWord {
  readonly code: string;
  readonly name: string;
  readonly level: string;
}

export interface Catalogue {
  readonly functions: readonly Word[];
  readonly skills: readonly Word[];
  readonly roles: readonly Word[];
  readonly paces: readonly PaceWord[];
  readonly datums: readonly unknown[];
  readonly areas: readonly AreaWord[];
  readonly bounds: readonly number[] | null;
}

export interface LocatedUnit {
  readonly code: string;
  readonly name: string;
  readonly kind?: string | null;
  readonly metres?: number | null;
}

export interface LocatedBuilding extends LocatedUnit {
  readonly households?: number | null;
  readonly residents?: number | null;
}

export interface Located {
  readonly position: { readonly lon: number; readonly lat: number };
  readonly areas: readonly AreaWord[];
  readonly coverage: 'exact' | 'nearest' | 'none';
  readonly grid: LocatedUnit | null;
  readonly microGrid: LocatedUnit | null;
  readonly compound: LocatedUnit | null;
  readonly building: LocatedBuilding | null;
}

export interface PaceUsed {
  readonly name: string;
  readonly metresPerSecond: number;
}

export interface WalkLine {
  readonly type: 'LineString';
  readonly coordinates: readonly (readonly number[])[];
}

/** A place at the end of a walk: a service point or a responder. */
export interface Walk {
  readonly code: string;
  readonly name: string;
  readonly kind?: string | null;
  readonly functions?: readonly string[] | null;
  readonly roles?: readonly string[] | null;
  readonly skills?: readonly string[] | null;
  readonly lon: number;
  readonly lat: number;
  readonly walkSeconds: number;
  readonly walkMetres: number;
  readonly straightMetres: number;
  readonly snapMetres: number;
  readonly path?: WalkLine | null;
}

export interface NearestWalks {
  readonly origin: { readonly lon: number; readonly lat: number; readonly snapMetres: number };
  readonly pace: PaceUsed;
  readonly maxMinutes: number;
  readonly results: readonly Walk[];
}

export interface Isochrones {
  readonly type: 'FeatureCollection';
  readonly origin: { readonly lon: number; readonly lat: number; readonly snapMetres: number };
  readonly features: readonly {
    readonly properties: {
      readonly minutes: number;
      readonly reachedMetres?: number;
      readonly pace?: unknown;
    };
    readonly geometry: { readonly type: string; readonly coordinates: unknown } | null;
  }[];
}

/** How many of something there are and how many of them are within the minutes; share is 0 to 1 or null. */
export interface Tally {
  readonly total: number;
  readonly covered: number;
  readonly uncovered: number;
  readonly share: number | null;
}

export type Measure = 'residents' | 'households' | 'buildings';

export interface CoverageRow {
  readonly code: string;
  readonly name: string;
  readonly buildings: Tally;
  readonly households: Tally;
  readonly residents: Tally;
}

/** A building that nobody can walk from within the minutes; without seconds where there is no walk at all. */
export interface UncoveredBuilding {
  readonly code: string;
  readonly name: string;
  readonly households?: number | null;
  readonly residents?: number | null;
  readonly walkSeconds?: number | null;
}

export interface CoverageReport {
  readonly area: { readonly code: string; readonly name: string };
  readonly function: string;
  readonly minutes: number;
  readonly pace: PaceUsed;
  readonly by: string;
  readonly points: number;
  readonly totals: {
    readonly buildings: Tally;
    readonly households: Tally;
    readonly residents: Tally;
    readonly unsnapped: number;
    readonly withoutCounts: number;
  };
  readonly rows: readonly CoverageRow[];
  readonly uncovered: {
    readonly type: 'FeatureCollection';
    readonly features: readonly {
      readonly properties: UncoveredBuilding;
      readonly geometry: { readonly type: 'Point'; readonly coordinates: readonly number[] } | null;
    }[];
  };
}
