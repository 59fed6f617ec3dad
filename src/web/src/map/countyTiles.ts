import MVT from 'ol/format/MVT';
import type RenderFeature from 'ol/render/Feature';
import VectorTileSource from 'ol/source/VectorTile';
import { createXYZ } from 'ol/tilegrid';
import TileState from 'ol/TileState';
import VectorTile from 'ol/VectorTile';
import { FetchedFromTileZoom, type Collection } from './collections.ts';
import { ringArea, type Piece } from './labelPlaces.ts';
import { text } from './style/mapStyle.ts';
import type { WayNames } from './wayNames.ts';
import { fetchTile, joinTiles, tileAddress } from './tileBytes.ts';

/** Beyond this tile zoom the geometry of a tile is fine enough to be magnified. */
export const LastTileZoom = 16;

/** Tiles are drawn 512 pixels wide: at a whole zoom of the view, tiles of one zoom less are used. */
const TileSize = 512;

const LabelledCollections: ReadonlySet<string> = new Set([
  'areas',
  'grids',
  'micro-grids',
  'compounds',
  'grounds',
]);

/** Buildings are named in the closest tiles only; there are too many of them before. */
const BuildingsNamedFromTileZoom = LastTileZoom;

/** Where the tiles' progress is told to. */
export interface TileEvents {
  loaded(zoom: number, tile: string, features: number, pieces: readonly Piece[], hasOsm: boolean): void;
  failed(reached: boolean): void;
}

/** One source that asks for several collections at once and hands OpenLayers their features as one tile. */
export function countyTiles(
  collections: readonly Collection[],
  events: TileEvents,
  names: WayNames,
): VectorTileSource {
  const format = new MVT({ layerName: 'layer', layers: [...collections] });
  return new VectorTileSource<RenderFeature>({
    format,
    // The tiles of the nearest zoom, so that in between they are magnified or reduced by 1.4 at most.
    zDirection: 0,
    tileGrid: createXYZ({ maxZoom: LastTileZoom, tileSize: TileSize }),
    tileUrlFunction: ([z, x, y]) => `${z}/${x}/${y}`,
    tileLoadFunction: (tile, path) => {
      if (tile instanceof VectorTile) {
        load(tile as VectorTile<RenderFeature>, path, format, collections, events, names);
      }
    },
  });
}

function load(
  tile: VectorTile<RenderFeature>,
  path: string,
  format: MVT,
  collections: readonly Collection[],
  events: TileEvents,
  names: WayNames,
): void {
  const [zoom = 0, column = 0, row = 0] = path.split('/').map(Number);
  const wanted = collections.filter((collection) => needsTiles(collection, zoom));
  tile.setLoader((extent, _resolution, projection) => {
    void Promise.all(wanted.map((collection) => fetchTile(tileAddress(collection, zoom, column, row)))).then(
      (parts) => {
        if (parts.some((part) => part.kind === 'unreachable')) {
          tile.setState(TileState.ERROR);
          events.failed(false);
          return;
        }

        if (parts.some((part) => part.kind === 'refused')) {
          events.failed(true);
        }

        const bytes = joinTiles(parts);
        const features = format.readFeatures(bytes.buffer, { extent, featureProjection: projection });
        names.choose(features);
        tile.setFeatures(features);
        events.loaded(
          zoom,
          `${collections.join('+')}/${path}`,
          features.length,
          pieces(features, zoom),
          features.some((feature) => text(feature, 'code').startsWith('osm:')),
        );
      },
    );
  });
}

/** Whether a tile of this zoom can show anything of the collection. */
export function needsTiles(collection: Collection, tileZoom: number): boolean {
  return tileZoom >= FetchedFromTileZoom[collection];
}

function pieces(features: readonly RenderFeature[], zoom: number): Piece[] {
  const found: Piece[] = [];
  for (const feature of features) {
    const collection = text(feature, 'layer');
    if (
      !LabelledCollections.has(collection) &&
      (collection !== 'buildings' || zoom < BuildingsNamedFromTileZoom)
    ) {
      continue;
    }

    const flat = feature.getFlatCoordinates();
    const ends = feature.getEnds();
    const firstRing = ends?.[0];
    if (firstRing === undefined) {
      continue;
    }

    const isSingle = feature.getType() === 'Polygon';
    const [x = 0, y = 0] = isSingle ? feature.getFlatInteriorPoint() : feature.getFlatInteriorPoints();
    const [minX = 0, minY = 0, maxX = 0, maxY = 0] = feature.getExtent();
    found.push({
      collection,
      code: text(feature, 'code'),
      name: text(feature, 'name'),
      kind: text(feature, collection === 'areas' ? 'level' : 'kind'),
      x,
      y,
      area: ringArea(flat, 0, firstRing),
      extent: [minX, minY, maxX, maxY],
    });
  }

  return found;
}
