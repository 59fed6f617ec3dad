/** The colours of the map. Quiet ground, one strong hue per meaning; see the design sheet in the README. */
export const Palette = {
  land: '#f3f1ea',
  water: '#b4d6e4',
  waterEdge: '#94c0d3',
  waterText: '#3f7690',
  park: '#d3e5c4',
  parkEdge: '#bcd4a9',
  parkText: '#557a41',

  compound: '#ebe6d9',
  compoundOpen: '#efece3',
  wall: '#7d6f5c',
  wallHalo: '#d8cfbf',
  compoundText: '#6f6350',

  building: '#dcd4c6',
  buildingEdge: '#c3b8a6',
  buildingMixed: '#e3cfb9',
  buildingCommercial: '#eac9b3',
  buildingPublic: '#cfcbe0',
  buildingIndustrial: '#d3d6d8',
  buildingText: '#7a705f',

  roadText: '#5d564a',
  primary: '#fbe0a0',
  primaryEdge: '#d8b25c',
  secondary: '#fcefc6',
  secondaryEdge: '#d9c48b',
  street: '#ffffff',
  streetEdge: '#cdc5b6',
  streetPrivate: '#faf7ef',
  pedestrian: '#f6ebf0',
  pedestrianEdge: '#d6bccb',
  path: '#a5815f',
  steps: '#b1563c',
  track: '#b39b76',
  lane: '#d08a1d',

  county: '#7a4d92',
  town: '#8d63a3',
  community: '#ab90b9',
  areaText: '#65447a',
  grid: '#2f8a84',
  gridText: '#1f6f6a',
  microGrid: '#6fb0ab',

  halo: 'rgba(255, 255, 255, 0.88)',
  ink: '#22333b',
} as const;

/** What the answers are drawn with. */
export const AnswerPalette = {
  origin: '#d6311f',
  walk: '#1457c4',
  walkOther: '#6f93cf',
  walkHalo: '#ffffff',
  uncovered: '#7d1128',
  selected: '#12343b',
} as const;

/** Fonts that carry Chinese on the systems of an office, first the ones they most likely have. */
export const FontStack =
  '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "WenQuanYi Micro Hei", sans-serif';
