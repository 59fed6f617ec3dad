import type { TextKey } from '../language/language.ts';
import { Palette } from '../map/style/palette.ts';
import { WayLooks } from '../map/style/ways.ts';

const WayKinds = [
  'primary',
  'secondary',
  'tertiary',
  'residential',
  'pedestrian',
  'path',
  'steps',
  'track',
] as const;

const Widths: Readonly<Record<(typeof WayKinds)[number], number>> = {
  primary: 8,
  secondary: 6.5,
  tertiary: 5.5,
  residential: 4,
  pedestrian: 5,
  path: 2,
  steps: 5,
  track: 2,
};

/** A short piece of each kind of way, in the map's own colours. */
export const WaySamples: readonly { readonly kind: (typeof WayKinds)[number]; readonly svg: string }[] =
  WayKinds.map((kind) => ({ kind, svg: waySample(kind) }));

function waySample(kind: (typeof WayKinds)[number]): string {
  const look = WayLooks[kind];
  const width = Widths[kind];
  const line = (colour: string, thickness: number, rest = ''): string =>
    `<path d="M3 7h28" stroke="${colour}" stroke-width="${thickness}" stroke-linecap="${look?.cap ?? 'round'}" ${rest}/>`;
  const dash = look?.dash ? `stroke-dasharray="${look.dash.map((part) => part * width).join(' ')}"` : '';
  return sample(
    14,
    (look?.edge === undefined ? '' : line(look.edge, width + 1.8)) + line(look?.fill ?? '#fff', width, dash),
  );
}

function box(fill: string, edge: string, width: number): string {
  return `<rect x="2" y="2" width="30" height="14" rx="1.5" fill="${fill}" stroke="${edge}" stroke-width="${width}"/>`;
}

function rule(colour: string, width: number, halo: string): string {
  return `<path d="M2 9h30" stroke="${halo}" stroke-width="${width + 4}"/><path d="M2 9h30" stroke="${colour}" stroke-width="${width}"/>`;
}

/** Grounds and boundaries, in the map's own colours. */
export const GroundSamples: readonly { readonly key: TextKey; readonly svg: string }[] = [
  { key: 'ground.water', svg: sample(18, box(Palette.water, Palette.waterEdge, 1)) },
  { key: 'ground.park', svg: sample(18, box(Palette.park, Palette.parkEdge, 1)) },
  { key: 'ground.walled', svg: sample(18, box(Palette.compound, Palette.wall, 1.8)) },
  { key: 'ground.open', svg: sample(18, box(Palette.compoundOpen, '#e2ddd0', 0.8)) },
  { key: 'use.residential', svg: sample(18, box(Palette.building, Palette.buildingEdge, 1)) },
  { key: 'use.mixed', svg: sample(18, box(Palette.buildingMixed, Palette.buildingEdge, 1)) },
  { key: 'use.commercial', svg: sample(18, box(Palette.buildingCommercial, Palette.buildingEdge, 1)) },
  { key: 'use.public', svg: sample(18, box(Palette.buildingPublic, Palette.buildingEdge, 1)) },
  { key: 'use.industrial', svg: sample(18, box(Palette.buildingIndustrial, Palette.buildingEdge, 1)) },
  { key: 'boundary.town', svg: sample(18, rule(Palette.town, 1.4, '#eee3f2')) },
  { key: 'boundary.community', svg: sample(18, rule(Palette.community, 1.1, 'transparent')) },
  { key: 'boundary.grid', svg: sample(18, rule(Palette.grid, 1.1, 'transparent')) },
];

function sample(height: number, content: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="34" height="${height}" viewBox="0 0 34 ${height}" fill="none">${content}</svg>`;
}
