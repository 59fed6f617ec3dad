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

/** The view zoom from which a layer is drawn. */
export const DrawnFromZoom: Readonly<Record<LayerKey, number>> = {
  grounds: 8,
  areas: 6,
  grids: 12.2,
  'micro-grids': 14.5,
  compounds: 13,
  buildings: 13.5,
  ways: 10,
  lanes: 13,
  gates: 15,
  'service-points': 12.5,
  names: 6,
};

/** Whether a layer is on, given the layers that were switched from their first state. */
export function isShown(layer: LayerKey, toggled: readonly string[]): boolean {
  return HiddenAtFirst.has(layer) === toggled.includes(layer);
}
