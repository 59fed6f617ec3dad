import RenderFeature from 'ol/render/Feature';
import { describe, expect, test } from 'vitest';
import { WayNames } from '../src/map/wayNames.ts';

const line = (name: string, flat: number[], layer = 'ways'): RenderFeature =>
  new RenderFeature('LineString', flat, [flat.length], 2, { layer, name }, undefined);

describe('The name of a street', () => {
  test('is carried by its longest piece in a tile, and by no other', () => {
    const short = line('人民路', [0, 0, 3, 4]);
    const long = line('人民路', [0, 0, 3, 4, 6, 8]);
    const other = line('文澜路', [0, 0, 1, 0]);
    const names = new WayNames();
    names.choose([short, long, other]);
    expect([short, long, other].map((feature) => names.carries(feature))).toEqual([false, true, true]);
  });

  test('is chosen anew in every tile', () => {
    const names = new WayNames();
    const [first, second] = [line('人民路', [0, 0, 9, 0]), line('人民路', [0, 0, 1, 0])];
    names.choose([first]);
    names.choose([second]);
    expect(names.carries(first) && names.carries(second)).toBe(true);
  });

  test('is not given to nameless ways or to other collections', () => {
    const names = new WayNames();
    const features = [line('', [0, 0, 9, 0]), line('人民路', [0, 0, 9, 0], 'lanes')];
    names.choose(features);
    expect(features.some((feature) => names.carries(feature))).toBe(false);
  });
});
