import Feature, { type FeatureLike } from 'ol/Feature';
import { describe, expect, test } from 'vitest';
import { badge, gateSymbol, GateRules, kindColour, ServicePointKinds } from '../src/map/icons.ts';
import { isShown, LayerKeys } from '../src/map/collections.ts';
import { listed, MapStyle } from '../src/map/style/mapStyle.ts';
import { areaStyles } from '../src/map/style/boundaries.ts';
import { Palette } from '../src/map/style/palette.ts';
import { between, resolutionAt, zoomAt } from '../src/map/style/scale.ts';
import { wayNameStyle, wayStyles, WayLooks } from '../src/map/style/ways.ts';
import { compoundStyles } from '../src/map/style/grounds.ts';
import { contrast, parseColour } from './colours.ts';

const feature = (properties: Record<string, unknown>): FeatureLike => new Feature(properties);
const at = (zoom: number): number => resolutionAt(zoom);

describe('Zoom and resolution', () => {
  test('are each other backwards', () => {
    for (const zoom of [3, 11.3, 15, 19.75]) {
      expect(zoomAt(resolutionAt(zoom))).toBeCloseTo(zoom, 9);
    }
  });

  test('a value between stops grows as the map does and is flat outside them', () => {
    const stops = [
      [10, 1],
      [14, 16],
    ] as const;
    expect(between(stops, 8)).toBe(1);
    expect(between(stops, 12)).toBeCloseTo(4, 9);
    expect(between(stops, 20)).toBe(16);
    expect(between([], 12)).toBe(0);
  });
});

describe('Ways', () => {
  test('the edges of every street lie below the fill of every other', () => {
    const drawn = Object.keys(WayLooks)
      .filter((kind) => WayLooks[kind]?.edge !== undefined)
      .map((kind) => wayStyles(kind, false, false, 17));
    const edges = drawn.map(([edge]) => edge?.getZIndex() ?? NaN);
    const fills = drawn.map(([, fill]) => fill?.getZIndex() ?? NaN);
    expect(Math.max(...edges)).toBeLessThan(Math.min(...fills));
  });

  test('a higher rank is wider and lies above a lower one', () => {
    const ranks = ['primary', 'secondary', 'tertiary', 'residential', 'service'];
    const fills = ranks.map((kind) => wayStyles(kind, false, false, 16).at(-1));
    const widths = fills.map((style) => style?.getStroke()?.getWidth() ?? NaN);
    const order = fills.map((style) => style?.getZIndex() ?? NaN);
    expect(widths).toEqual([...widths].sort((a, b) => b - a));
    expect(order).toEqual([...order].sort((a, b) => b - a));
  });

  test('paths are dotted, steps are barred, streets are whole', () => {
    const dash = (kind: string): number[] | null | undefined =>
      wayStyles(kind, false, false, 17).at(-1)?.getStroke()?.getLineDash();
    expect(dash('path')).toHaveLength(2);
    expect(dash('steps')).toHaveLength(2);
    expect(dash('primary') ?? null).toBeNull();
  });

  test('nothing is drawn before its zoom, and a kind nobody knows is drawn as a service road', () => {
    expect(wayStyles('path', false, false, 12)).toEqual([]);
    expect(wayStyles('primary', false, false, 12)).not.toEqual([]);
    expect(wayStyles('moonwalk', false, false, 17).at(-1)?.getStroke()?.getWidth()).toBe(
      wayStyles('service', false, false, 17).at(-1)?.getStroke()?.getWidth(),
    );
  });

  test('a street without a name has no label', () => {
    expect(wayNameStyle('primary', '', 17)).toBeNull();
    expect(wayNameStyle('primary', '人民路', 17)?.getText()?.getText()).toBe('人民路');
    expect(wayNameStyle('primary', '人民路', 11)).toBeNull();
  });
});

describe('Boundaries and walls', () => {
  test('are never dashed, for both neighbours draw the border between them', () => {
    for (const level of ['county', 'town', 'community']) {
      for (const style of areaStyles(level, 15)) {
        expect(style.getStroke()?.getLineDash() ?? null).toBeNull();
      }
    }
  });

  test('a walled compound has a wall above the ways, an open one has none', () => {
    const ways = Math.max(
      ...Object.keys(WayLooks).flatMap((kind) =>
        wayStyles(kind, false, true, 17).map((style) => style.getZIndex() ?? 0),
      ),
    );
    const wall = compoundStyles(true, 17).at(-1);
    expect(wall?.getStroke()?.getColor()).toBe(Palette.wall);
    expect(wall?.getZIndex() ?? 0).toBeGreaterThan(ways);
    expect(compoundStyles(false, 17).every((style) => style.getStroke() === null)).toBe(true);
  });
});

describe('The style of the map', () => {
  test('draws what is on and leaves out what is switched off', () => {
    const style = new MapStyle(() => true);
    const park = feature({ layer: 'grounds', kind: 'park' });
    expect(style.of(park, at(15))).toHaveLength(1);
    style.showLayers(['grounds']);
    expect(style.of(park, at(15))).toEqual([]);
  });

  test('switches lanes on by the same list that switches others off', () => {
    expect(isShown('lanes', [])).toBe(false);
    expect(isShown('lanes', ['lanes'])).toBe(true);
    expect(LayerKeys.every((layer) => isShown(layer, []) !== isShown(layer, [layer]))).toBe(true);
  });

  test('gives the same look the same style objects, however many features have it', () => {
    const style = new MapStyle(() => true);
    const first = style.of(feature({ layer: 'ways', kind: 'primary', name: 'a' }), at(15));
    const second = style.of(feature({ layer: 'ways', kind: 'primary', name: 'a' }), at(15.1));
    expect(second).toBe(first);
  });

  test('shows only the service points of the function that a coverage report is about', () => {
    const style = new MapStyle(() => true);
    style.showChoropleth({ collection: 'grids', shares: new Map(), selected: null, function: 'food' });
    const point = (functions: string): FeatureLike =>
      feature({ layer: 'service-points', kind: 'other', status: 'closed', functions });
    expect(style.of(point('medical'), at(15))).toEqual([]);
    expect(style.of(point('elderly,food'), at(15))).toHaveLength(1);
    expect(listed(point('{food,elderly}'), 'functions')).toEqual(['food', 'elderly']);
    expect(listed(point('["food", "elderly"]'), 'functions')).toEqual(['food', 'elderly']);
    expect(listed(point(''), 'functions')).toEqual([]);
  });
});

describe('Signs', () => {
  test('every kind of service point has a glyph and a colour that white stands out from', () => {
    const glyphs = new Set(ServicePointKinds.map((kind) => badge(kind)));
    expect(glyphs.size).toBe(ServicePointKinds.length);
    for (const kind of ServicePointKinds) {
      expect(contrast(parseColour(kindColour(kind)), parseColour('#ffffff')), kind).toBeGreaterThan(3);
    }
  });

  test('the four states of a service point look different, also without colour', () => {
    const shapes = ['open', 'building', 'planned', 'closed'].map((status) =>
      badge('clinic', status).replace(/#[0-9a-f]{3,6}/g, ''),
    );
    expect(new Set(shapes).size).toBe(4);
  });

  test('every rule of a gate has its own shape', () => {
    const shapes = GateRules.map((rule) => gateSymbol(rule).replace(/#[0-9a-f]{3,6}/g, ''));
    expect(new Set(shapes).size).toBe(GateRules.length);
  });

  test('names are dark enough to read on their halo', () => {
    for (const colour of [
      Palette.roadText,
      Palette.areaText,
      Palette.gridText,
      Palette.compoundText,
      Palette.parkText,
      Palette.waterText,
      Palette.buildingText,
    ]) {
      expect(contrast(parseColour(colour), parseColour('#ffffff')), colour).toBeGreaterThan(4.5);
    }
  });
});
