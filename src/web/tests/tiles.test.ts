import MVT from 'ol/format/MVT';
import { describe, expect, test } from 'vitest';
import { Collections, DrawnFromZoom, FetchedFromTileZoom } from '../src/map/collections.ts';
import { needsTiles } from '../src/map/countyTiles.ts';
import { text } from '../src/map/style/mapStyle.ts';
import { joinTiles, tileAddress, type TileBytes } from '../src/map/tileBytes.ts';

/** A vector tile with one layer of one point, written by hand after the Mapbox Vector Tile specification 2.1. */
function pointTile(layer: string, code: string): TileBytes {
  const text = (tag: number, value: string): number[] => {
    const bytes = new TextEncoder().encode(value);
    return [tag, bytes.length, ...bytes];
  };
  const message = (tag: number, content: number[]): number[] => [tag, content.length, ...content];
  const value = text(0x0a, code); // Value.string_value
  const feature = [
    ...message(0x12, [0, 0]), // tags: key 0, value 0
    ...[0x18, 1], // type: POINT
    ...message(0x22, [9, 50, 34]), // MoveTo(25, 17)
  ];
  const content = [
    ...[0x78, 2], // version
    ...text(0x0a, layer),
    ...message(0x12, feature),
    ...text(0x1a, 'code'),
    ...message(0x22, value),
  ];
  return { kind: 'bytes', bytes: new Uint8Array(message(0x1a, content)) };
}

describe('Tiles', () => {
  test('have row before column in their address, as OGC writes it', () => {
    expect(tileAddress('grids', 14, 13585, 7006)).toBe(
      '/ogc/collections/grids/tiles/WebMercatorQuad/14/7006/13585',
    );
  });

  test('of several collections joined are one tile with all their layers', () => {
    const joined = joinTiles([
      pointTile('grids', 'g1'),
      { kind: 'empty' },
      pointTile('gates', '东门'),
      { kind: 'refused' },
    ]);
    const features = new MVT({ layerName: 'layer' }).readFeatures(joined.buffer);
    expect(features.map((feature) => [text(feature, 'layer'), text(feature, 'code')])).toEqual([
      ['grids', 'g1'],
      ['gates', '东门'],
    ]);
  });

  test('of nothing at all are an empty tile', () => {
    expect(new MVT().readFeatures(joinTiles([{ kind: 'empty' }]).buffer)).toEqual([]);
  });

  test('are not asked for where nothing of them would be drawn', () => {
    expect(needsTiles('gates', 10)).toBe(false);
    expect(needsTiles('gates', 14)).toBe(true);
    expect(needsTiles('areas', 6)).toBe(true);
  });

  test('are asked for by the time their layer is drawn, and below it for what a report paints', () => {
    for (const collection of Collections) {
      expect(FetchedFromTileZoom[collection], collection).toBeLessThanOrEqual(DrawnFromZoom[collection] - 1);
    }
  });
});
