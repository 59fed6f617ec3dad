/** One tile's part of a polygon: where a label would sit in it and how much of the polygon it shows. */
export interface Piece {
  readonly collection: string;
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly x: number;
  readonly y: number;
  /** In square map units; only compared. */
  readonly area: number;
  readonly extent: Extent;
}

export type Extent = readonly [minX: number, minY: number, maxX: number, maxY: number];

/**
 * Where each polygon's one label goes. Tiles cut polygons, and a label in every piece would repeat the name; here the
 * largest piece in view carries it.
 */
export class LabelPlaces {
  private readonly tiles = new Map<number, Map<string, readonly Piece[]>>();

  add(zoom: number, tile: string, pieces: readonly Piece[]): void {
    let ofZoom = this.tiles.get(zoom);
    if (ofZoom === undefined) {
      ofZoom = new Map();
      this.tiles.set(zoom, ofZoom);
    }

    ofZoom.set(tile, pieces);
  }

  clear(): void {
    this.tiles.clear();
  }

  /** One piece for each polygon that a tile of this zoom shows within the view. */
  within(zoom: number, view: Extent): readonly Piece[] {
    const best = new Map<string, Piece>();
    for (const pieces of this.tiles.get(zoom)?.values() ?? []) {
      for (const piece of pieces) {
        if (!contains(view, piece.x, piece.y)) {
          continue;
        }

        const key = `${piece.collection}/${piece.code}`;
        const other = best.get(key);
        if (other === undefined || piece.area > other.area) {
          best.set(key, piece);
        }
      }
    }

    return [...best.values()];
  }

  /** The extent of everything of this code that any tile has brought so far, or null. */
  extentOf(collection: string, code: string): Extent | null {
    let found: Extent | null = null;
    for (const ofZoom of this.tiles.values()) {
      for (const pieces of ofZoom.values()) {
        for (const piece of pieces) {
          if (piece.code === code && piece.collection === collection) {
            found = found === null ? piece.extent : union(found, piece.extent);
          }
        }
      }
    }

    return found;
  }
}

function contains([minX, minY, maxX, maxY]: Extent, x: number, y: number): boolean {
  return x >= minX && x <= maxX && y >= minY && y <= maxY;
}

/** The smallest extent around both. */
export function union(a: Extent, b: Extent): Extent {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
}

/** The area inside one ring of x, y pairs, without a sign. */
export function ringArea(flat: readonly number[], start: number, end: number): number {
  let twice = 0;
  for (let i = start, j = end - 2; i < end; j = i, i += 2) {
    twice += (flat[j] ?? 0) * (flat[i + 1] ?? 0) - (flat[i] ?? 0) * (flat[j + 1] ?? 0);
  }

  return Math.abs(twice / 2);
}
