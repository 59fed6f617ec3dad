/** Linear red, green and blue of 0 to 1. */
export type Rgb = readonly [number, number, number];

export type Vision = 'normal' | 'protan' | 'deutan' | 'tritan';

/**
 * Matrices on linear RGB for full dichromacy.
 * Source: Machado, Oliveira and Fernandes, "A physiologically-based model for simulation of color vision deficiency",
 * IEEE TVCG 15 (2009), severity 1.0.
 */
const Matrices: Readonly<Record<Exclude<Vision, 'normal'>, readonly (readonly [number, number, number])[]>> =
  {
    protan: [
      [0.152286, 1.052583, -0.204868],
      [0.114503, 0.786281, 0.099216],
      [-0.003882, -0.048116, 1.051998],
    ],
    deutan: [
      [0.367322, 0.860646, -0.227968],
      [0.280085, 0.672501, 0.047413],
      [-0.01182, 0.04294, 0.968881],
    ],
    tritan: [
      [1.255528, -0.076749, -0.178779],
      [-0.078411, 0.930809, 0.147602],
      [0.004733, 0.691367, 0.3039],
    ],
  };

export function parseColour(hex: string): Rgb {
  const part = (start: number): number => {
    const value = parseInt(hex.slice(start, start + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [part(1), part(3), part(5)];
}

export function simulate(colour: Rgb, vision: Vision): Rgb {
  if (vision === 'normal') {
    return colour;
  }

  const [r = 0, g = 0, b = 0] = Matrices[vision].map(([x, y, z]) =>
    Math.min(1, Math.max(0, x * colour[0] + y * colour[1] + z * colour[2])),
  );
  return [r, g, b];
}

/** The Euclidean distance in CIELAB (D65). */
export function colourDistance(a: Rgb, b: Rgb): number {
  const [la, aa, ba] = lab(a);
  const [lb, ab, bb] = lab(b);
  return Math.hypot(la - lb, aa - ab, ba - bb);
}

/** The contrast of WCAG 2 between two colours, 1 to 21. */
export function contrast(a: Rgb, b: Rgb): number {
  const luminance = ([r, g, blue]: Rgb): number => 0.2126 * r + 0.7152 * g + 0.0722 * blue;
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
}

function lab([r, g, b]: Rgb): [number, number, number] {
  const f = (t: number): number => (t > (6 / 29) ** 3 ? Math.cbrt(t) : t / (3 * (6 / 29) ** 2) + 4 / 29);
  const x = f((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047);
  const y = f(0.2126729 * r + 0.7151522 * g + 0.072175 * b);
  const z = f((0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}
