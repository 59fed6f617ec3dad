import MVT from 'ol/format/MVT';
import { createXYZ } from 'ol/tilegrid';
import { FetchedFromTileZoom, type Collection } from './collections.ts';
import { union, type Extent } from './labelPlaces.ts';
import { text } from './style/mapStyle.ts';
import { fetchTile, joinTiles, tileAddress } from './tileBytes.ts';

/** More tiles than this are not worth one click. */
const MostTiles = 256;

/** Looks for a polygon by its code in the coarsest tiles of its collection within bounds of the map; null if not found. */
export async function findExtent(
  collection: Collection,
  code: string,
  bounds: number[],
): Promise<Extent | null> {
  const zoom = FetchedFromTileZoom[collection];
  const grid = createXYZ({ maxZoom: zoom });
  const tiles: [column: number, row: number][] = [];
  grid.forEachTileCoord(bounds, zoom, ([, column = 0, row = 0]) => {
    if (tiles.length < MostTiles) {
      tiles.push([column, row]);
    }
  });
  const format = new MVT();
  let found: Extent | null = null;
  for (const [column, row] of tiles) {
    const tile = await fetchTile(tileAddress(collection, zoom, column, row));
    if (tile.kind !== 'bytes') {
      continue;
    }

    const extent = grid.getTileCoordExtent([zoom, column, row]);
    for (const feature of format.readFeatures(joinTiles([tile]).buffer, {
      extent,
      featureProjection: 'EPSG:3857',
    })) {
      if (text(feature, 'code') === code) {
        const [minX = 0, minY = 0, maxX = 0, maxY = 0] = feature.getExtent();
        const part: Extent = [minX, minY, maxX, maxY];
        found = found === null ? part : union(found, part);
      }
    }
  }

  return found;
}
