interface IsochroneColour {
  readonly fill: string;
  readonly edge: string;
  /** The same for a legend on white, without transparency. */
  readonly swatch: string;
}

const Ramp: readonly IsochroneColour[] = [
  { fill: 'rgba(12, 84, 120, 0.34)', edge: '#0b4a6b', swatch: '#3f7f9c' },
  { fill: 'rgba(24, 122, 160, 0.26)', edge: '#187aa0', swatch: '#79b1c8' },
  { fill: 'rgba(70, 160, 190, 0.2)', edge: '#4a9dbb', swatch: '#b1d5e1' },
  { fill: 'rgba(120, 190, 210, 0.16)', edge: '#7fb9cb', swatch: '#d0e6ec' },
];

/** Colours from the nearest cutoff outwards; one hue, darker where it is nearer, also in grey. */
export const IsochroneColours = {
  at(rank: number): IsochroneColour {
    const colour = Ramp[Math.min(rank, Ramp.length - 1)];
    if (colour === undefined) {
      throw new Error(`Got rank ${rank}; ranks begin at 0.`);
    }

    return colour;
  },
} as const;
