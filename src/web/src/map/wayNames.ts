import type RenderFeature from 'ol/render/Feature';
import { text } from './style/mapStyle.ts';

/**
 * Which piece of a street carries its name: in each tile the longest one. Streets come cut at every junction, and a name on
 * every piece would fill the map.
 */
export class WayNames {
  private readonly chosen = new WeakSet();

  /** Chooses among the features of one tile. */
  choose(features: readonly RenderFeature[]): void {
    const longest = new Map<string, { readonly feature: RenderFeature; readonly length: number }>();
    for (const feature of features) {
      const name = text(feature, 'layer') === 'ways' ? text(feature, 'name') : '';
      if (name !== '') {
        const length = lineLength(feature.getFlatCoordinates());
        const best = longest.get(name);
        if (best === undefined || length > best.length) {
          longest.set(name, { feature, length });
        }
      }
    }

    for (const { feature } of longest.values()) {
      this.chosen.add(feature);
    }
  }

  carries(feature: object): boolean {
    return this.chosen.has(feature);
  }
}

function lineLength(flat: readonly number[]): number {
  let length = 0;
  for (let i = 2; i < flat.length; i += 2) {
    length += Math.hypot((flat[i] ?? 0) - (flat[i - 2] ?? 0), (flat[i + 1] ?? 0) - (flat[i - 1] ?? 0));
  }

  return length;
}
