import type { LonLat, Measure } from '../api/shapes.ts';

export const DeskKeys = ['layers', 'locate', 'points', 'responders', 'isochrone', 'coverage'] as const;
export type DeskKey = (typeof DeskKeys)[number];

export const Languages = ['zh', 'en'] as const;
export type LanguageKey = (typeof Languages)[number];

export const Breakdowns = ['grid', 'community', 'compound'] as const;
export type Breakdown = (typeof Breakdowns)[number];

export const Measures: readonly Measure[] = ['residents', 'households', 'buildings'];

/** Everything that a link to the page carries. */
export interface PageState {
  readonly centre: LonLat | null;
  readonly zoom: number | null;
  readonly desk: DeskKey;
  /** The point last asked about. */
  readonly at: LonLat | null;
  readonly function: string;
  readonly minutes: number;
  readonly pace: string;
  readonly k: number;
  readonly maxMinutes: number;
  /** Responders hurry more, and come from farther, than residents do. */
  readonly responderPace: string;
  readonly responderMaxMinutes: number;
  readonly skill: string;
  readonly role: string;
  /** The area of a coverage report; empty means the whole county. */
  readonly area: string;
  readonly by: Breakdown;
  readonly measure: Measure;
  readonly language: LanguageKey;
  /** Layers that differ from what is shown at first. */
  readonly toggled: readonly string[];
}

export const FirstState: PageState = {
  centre: null,
  zoom: null,
  desk: 'layers',
  at: null,
  function: 'medical',
  minutes: 15,
  pace: 'planning',
  k: 5,
  maxMinutes: 15,
  responderPace: 'adult',
  responderMaxMinutes: 30,
  skill: '',
  role: '',
  area: '',
  by: 'grid',
  measure: 'residents',
  language: 'zh',
  toggled: [],
};

/** Holds the page's state and tells who listens what changed. */
export class StateStore {
  private readonly listeners: ((state: PageState, before: PageState) => void)[] = [];

  constructor(private state: PageState) {}

  get current(): PageState {
    return this.state;
  }

  onChange(listener: (state: PageState, before: PageState) => void): void {
    this.listeners.push(listener);
  }

  set(change: Partial<PageState>): void {
    const before = this.state;
    this.state = { ...before, ...change };
    for (const listener of this.listeners) {
      listener(this.state, before);
    }
  }
}
