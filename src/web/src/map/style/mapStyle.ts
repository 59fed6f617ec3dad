import type { FeatureLike } from 'ol/Feature';
import type Style from 'ol/style/Style';
import { DrawnFromZoom, isShown, type Collection } from '../collections.ts';
import { areaStyles, coverageStyles, gridStyles, laneStyles, microGridStyles } from './boundaries.ts';
import type { Choropleth } from './choropleth.ts';
import { buildingStyles, compoundStyles, groundStyles } from './grounds.ts';
import { gateStyles, servicePointStyles } from './points.ts';
import { zoomAt } from './scale.ts';
import { wayNameStyle, wayStyles } from './ways.ts';

const ZoomStep = 0.5;
const MostKept = 20_000;

/** Draws every feature of the tiles. Styles are made once for each look and zoom step and then kept. */
export class MapStyle {
  private readonly kept = new Map<string, Style[]>();
  private toggled: readonly string[] = [];
  private choropleth: Choropleth | null = null;

  /** @param namesWay Whether this piece of a way is the one that carries the way's name. */
  constructor(private readonly namesWay: (feature: FeatureLike) => boolean) {}

  showLayers(toggled: readonly string[]): void {
    this.toggled = toggled;
  }

  showChoropleth(choropleth: Choropleth | null): void {
    this.choropleth = choropleth;
  }

  /** The function that OpenLayers calls for each feature. */
  readonly of = (feature: FeatureLike, resolution: number): Style[] | undefined => {
    const collection = text(feature, 'layer') as Collection;
    const zoom = Math.round(zoomAt(resolution) / ZoomStep) * ZoomStep;
    const painted = this.choropleth?.collection === collection ? this.painted(feature, collection) : [];
    if (zoom < DrawnFromZoom[collection] || !isShown(collection, this.toggled)) {
      return painted;
    }

    const names = isShown('names', this.toggled);
    return painted.length === 0
      ? this.drawn(feature, collection, zoom, names)
      : [...painted, ...this.drawn(feature, collection, zoom, names)];
  };

  private painted(feature: FeatureLike, collection: Collection): Style[] {
    const code = text(feature, 'code');
    const share = this.choropleth?.shares.get(code);
    if (share === undefined && (collection === 'areas' || collection === 'compounds')) {
      return [];
    }

    const isSelected = this.choropleth?.selected === code;
    return this.keep(`share/${share ?? 'none'}/${isSelected}`, () =>
      coverageStyles(share ?? null, isSelected),
    );
  }

  private drawn(feature: FeatureLike, collection: Collection, zoom: number, names: boolean): Style[] {
    const kind = text(feature, 'kind');
    switch (collection) {
      case 'grounds':
        return this.keep(`ground/${kind}`, () => groundStyles(kind));
      case 'areas': {
        const level = text(feature, 'level');
        return this.keep(`area/${level}/${zoom}`, () => areaStyles(level, zoom));
      }
      case 'grids':
        return this.keep(`grid/${zoom}`, () => gridStyles(zoom));
      case 'micro-grids':
        return this.keep('micro-grid', microGridStyles);
      case 'lanes':
        return this.keep(`lane/${zoom}`, () => laneStyles(zoom));
      case 'compounds': {
        const isWalled = flag(feature, 'isWalled');
        return this.keep(`compound/${isWalled}/${zoom}`, () => compoundStyles(isWalled, zoom));
      }
      case 'buildings': {
        const use = text(feature, 'use');
        return this.keep(`building/${use}/${zoom}`, () => buildingStyles(use, zoom));
      }
      case 'ways':
        return this.way(feature, kind, zoom, names);
      case 'gates': {
        const access = text(feature, 'access');
        return this.keep(`gate/${access}/${zoom}`, () => gateStyles(access, zoom));
      }
      case 'service-points': {
        const status = text(feature, 'status');
        const name = text(feature, 'name');
        if (this.choropleth !== null && !listed(feature, 'functions').includes(this.choropleth.function)) {
          return [];
        }

        return this.keep(`point/${kind}/${status}/${name}/${zoom}/${names}`, () =>
          servicePointStyles(kind, status, name, zoom, names),
        );
      }
    }
  }

  private way(feature: FeatureLike, kind: string, zoom: number, names: boolean): Style[] {
    const isPrivate = text(feature, 'access') === 'private';
    const isBridge = flag(feature, 'isBridge');
    const name = names && this.namesWay(feature) ? text(feature, 'name') : '';
    return this.keep(`way/${kind}/${isPrivate}/${isBridge}/${name}/${zoom}`, () => {
      const named = wayNameStyle(kind, name, zoom);
      const lines = wayStyles(kind, isPrivate, isBridge, zoom);
      return named === null ? lines : [...lines, named];
    });
  }

  private keep(key: string, make: () => readonly Style[]): Style[] {
    let styles = this.kept.get(key);
    if (styles === undefined) {
      if (this.kept.size >= MostKept) {
        this.kept.clear();
      }

      styles = [...make()];
      this.kept.set(key, styles);
    }

    return styles;
  }
}

/** A property of a tile's feature as text; empty where it is missing. */
export function text(feature: FeatureLike, name: string): string {
  const value: unknown = feature.get(name);
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

function flag(feature: FeatureLike, name: string): boolean {
  const value: unknown = feature.get(name);
  return value === true || value === 1 || value === 'true';
}

/** A list of words that a tile carries as one text: `a,b`, `{a,b}` or `["a","b"]`. */
export function listed(feature: FeatureLike, name: string): string[] {
  return text(feature, name)
    .replace(/[{}[\]"\s]/g, '')
    .split(',')
    .filter((word) => word !== '');
}
