const ResolutionAtZoom0 = 156_543.033_928_04;

/** The view's zoom at a resolution in Web Mercator metres per pixel. */
export function zoomAt(resolution: number): number {
  return Math.log2(ResolutionAtZoom0 / resolution);
}

/** The resolution in Web Mercator metres per pixel at a zoom of the view. */
export function resolutionAt(zoom: number): number {
  return ResolutionAtZoom0 / 2 ** zoom;
}

export type Stop = readonly [zoom: number, value: number];

/** The value at a zoom between stops that rise by zoom; growing geometrically as the map does, flat outside. */
export function between(stops: readonly Stop[], zoom: number): number {
  let before: Stop | undefined;
  for (const stop of stops) {
    if (zoom <= stop[0]) {
      if (before === undefined) {
        return stop[1];
      }

      const share = (zoom - before[0]) / (stop[0] - before[0]);
      return before[1] * (stop[1] / before[1]) ** share;
    }

    before = stop;
  }

  return before?.[1] ?? 0;
}
