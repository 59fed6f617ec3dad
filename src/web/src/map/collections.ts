/** The collections of the server that the map draws. */
export const Collections = [
  'grounds',
  'areas',
  'grids',
  'micro-grids',
  'compounds',
  'buildings',
  'ways',
  'lanes',
  'gates',
  'service-points',
] as const;

export type Collection = (typeof Collections)[number];

/** What a person can switch on and off: the collections, and the names drawn on top of them. */
export type LayerKey = Collection | 'names';

export const LayerKeys: readonly LayerKey[] = [
  'service-points',
  'gates',
  'buildings',
  'compounds',
  'ways',
  'lanes',
  'grids',
  'micro-grids',
  'areas',
  'grounds',
  'names',
];

/** Layers that are off until somebody switches them on. */
export const HiddenAtFirst: ReadonlySet<LayerKey> = new Set<LayerKey>(['lanes', 'micro-grids']);

/** The view zoom from which a layer is drawn; whole, because tiles change at whole zooms. */
export const DrawnFromZoom: Readonly<Record<LayerKey, number>> = {
  grounds: 8,
  areas: 6,
  grids: 13,
  'micro-grids': 15,
  compounds: 13,
  buildings: 14,
  ways: 10,
  lanes: 13,
  gates: 16,
  'service-points': 13,
  names: 6,
};

/**
 * The tile zoom from which a collection's tiles are asked for: what can be drawn by then. Grids and compounds come
 * earlier than they are drawn, because a coverage report paints them.
 */
export const FetchedFromTileZoom: Readonly<Record<Collection, number>> = {
  grounds: 7,
  areas: 5,
  grids: 10,
  'micro-grids': 13,
  compounds: 11,
  buildings: 12,
  ways: 9,
  lanes: 12,
  gates: 14,
  'service-points': 11,
};

/** Whether a layer is on, given the layers that were switched from their first state. */
export function isShown(layer: LayerKey, toggled: readonly string[]): boolean {
  return HiddenAtFirst.has(layer) === toggled.includes(layer);
}
