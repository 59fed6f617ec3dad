import { describe, expect, test } from 'vitest';
import { LabelPlaces, ringArea, type Piece } from '../src/map/labelPlaces.ts';

const piece = (code: string, x: number, area: number): Piece => ({
  collection: 'grids',
  code,
  name: code,
  kind: '',
  x,
  y: 0,
  area,
  extent: [x - 1, -1, x + 1, 1],
});

describe('The places of labels', () => {
  test('a polygon cut by tiles has one label, in its largest piece in view', () => {
    const places = new LabelPlaces();
    places.add(14, 'a', [piece('g1', 0, 5), piece('g2', 1, 1)]);
    places.add(14, 'b', [piece('g1', 10, 9)]);

    const all = places.within(14, [-20, -20, 20, 20]);
    expect(all.map((each) => [each.code, each.x])).toEqual([
      ['g1', 10],
      ['g2', 1],
    ]);
    expect(places.within(14, [-5, -5, 5, 5]).map((each) => each.x)).toEqual([0, 1]);
  });

  test('pieces of another zoom do not mix in', () => {
    const places = new LabelPlaces();
    places.add(13, 'a', [piece('g1', 0, 50)]);
    places.add(14, 'b', [piece('g1', 3, 5)]);
    expect(places.within(14, [-20, -20, 20, 20]).map((each) => each.x)).toEqual([3]);
  });

  test('a tile that comes again replaces what it brought before', () => {
    const places = new LabelPlaces();
    places.add(14, 'a', [piece('g1', 0, 50)]);
    places.add(14, 'a', []);
    expect(places.within(14, [-20, -20, 20, 20])).toEqual([]);
  });

  test('an extent is that of all pieces together, and of this collection only', () => {
    const places = new LabelPlaces();
    places.add(13, 'a', [piece('g1', 0, 5)]);
    places.add(13, 'b', [piece('g1', 10, 9), { ...piece('g1', 90, 9), collection: 'compounds' }]);
    expect(places.extentOf('grids', 'g1')).toEqual([-1, -1, 11, 1]);
    expect(places.extentOf('grids', 'g9')).toBeNull();
  });

  test('the area of a ring does not depend on its direction', () => {
    const square = [0, 0, 4, 0, 4, 3, 0, 3, 0, 0];
    expect(ringArea(square, 0, 10)).toBe(12);
    expect(ringArea([0, 0, 0, 3, 4, 3, 4, 0, 0, 0], 0, 10)).toBe(12);
  });
});
