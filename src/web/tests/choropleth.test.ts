import { describe, expect, test } from 'vitest';
import type { CoverageRow, Tally } from '../src/api/shapes.ts';
import { choroplethOf, shareClass, ShareClasses } from '../src/map/style/choropleth.ts';
import { colourDistance, parseColour, simulate, type Vision } from './colours.ts';

const row = (code: string, share: number | null): CoverageRow => {
  const tally: Tally = { total: 10, covered: 5, uncovered: 5, share };
  return { code, name: code, buildings: { ...tally, share: 1 }, households: tally, residents: tally };
};

describe('The classes of a share', () => {
  test('follow each other from nobody to everybody without a hole', () => {
    expect(ShareClasses[0]?.from).toBe(0);
    expect(ShareClasses.at(-1)?.to).toBe(1);
    ShareClasses.slice(1).forEach((next, index) => {
      expect(next.from).toBe(ShareClasses[index]?.to);
    });
  });

  test.each([
    [0, 0],
    [0.1999, 0],
    [0.2, 1],
    [0.5, 2],
    [0.8, 3],
    [0.9499, 3],
    [0.95, 4],
    [1, 4],
  ])('a share of %d lies in class %d: the lower bound belongs to it', (share, index) => {
    expect(shareClass(share)).toBe(ShareClasses[index]);
  });

  test('nothing counted has no class, nor has a share that can not be', () => {
    for (const share of [null, undefined, NaN, -0.01, 1.01]) {
      expect(shareClass(share)).toBeNull();
    }
  });

  test.each(['normal', 'protan', 'deutan', 'tritan'] as Vision[])(
    'can be told apart from each other with %s vision',
    (vision) => {
      const colours = ShareClasses.map(({ colour }) => simulate(parseColour(colour), vision));
      colours.forEach((colour, index) => {
        colours.slice(index + 1).forEach((other) => {
          // CIE76 distance; about 2.3 is just noticeable, 12 is plain on separate patches.
          expect(colourDistance(colour, other)).toBeGreaterThan(12);
        });
      });
    },
  );
});

describe('A choropleth', () => {
  test('carries the share of the measure that was chosen, by code', () => {
    const report = { rows: [row('a', 0.4), row('b', null)], function: 'food' };

    expect([...choroplethOf(report, 'grid', 'residents', null).shares]).toEqual([
      ['a', 0.4],
      ['b', null],
    ]);
    expect([...choroplethOf(report, 'grid', 'buildings', null).shares.values()]).toEqual([1, 1]);
  });

  test.each([
    ['grid', 'grids'],
    ['community', 'areas'],
    ['compound', 'compounds'],
  ] as const)('of a report by %s paints the collection %s', (by, collection) => {
    expect(choroplethOf({ rows: [], function: '' }, by, 'residents', null).collection).toBe(collection);
  });
});
