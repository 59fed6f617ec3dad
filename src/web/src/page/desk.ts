import type { FeatureLike } from 'ol/Feature';
import type { Connection } from '../api/connection.ts';
import type { Catalogue, LonLat } from '../api/shapes.ts';
import type { Language } from '../language/language.ts';
import type { CountyMap } from '../map/countyMap.ts';
import type { PageState, StateStore } from '../state/pageState.ts';

/** What every desk works with. The language is the present one. */
export interface DeskRoom {
  readonly catalogue: Catalogue;
  readonly connection: Connection;
  readonly map: CountyMap;
  readonly store: StateStore;
  readonly language: Language;
}

/** One kind of question or view in the panel. Only one desk is open at a time. */
export interface Desk {
  /** Fills the panel; called when the desk is opened and when the language changes. */
  open(panel: HTMLElement): void;
  /** Takes its drawings off the map. */
  close(): void;
  /** A click or Enter on the map. */
  clicked?(at: LonLat, features: readonly FeatureLike[]): void;
  /** The page's state changed while the desk was open. */
  changed?(state: PageState, before: PageState): void;
  /** The server is back after having been away. */
  reconnected?(): void;
}
