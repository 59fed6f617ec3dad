import Fill from 'ol/style/Fill';
import Stroke from 'ol/style/Stroke';
import Style from 'ol/style/Style';
import Text from 'ol/style/Text';
import { FontStack, Palette } from './palette.ts';
import { between, type Stop } from './scale.ts';

interface WayLook {
  readonly fill: string;
  /** The colour at both sides; none where the way is drawn as a plain line. */
  readonly edge?: string;
  readonly width: readonly Stop[];
  readonly fromZoom: number;
  readonly rank: number;
  /** Dash and gap in widths of the line. */
  readonly dash?: readonly [number, number];
  readonly cap?: CanvasLineCap;
  readonly namedFromZoom?: number;
}

const Narrow: readonly Stop[] = [
  [14, 0.8],
  [16, 3],
  [17, 5.5],
  [19, 13],
];

export const WayLooks: Readonly<Record<string, WayLook>> = {
  primary: {
    fill: Palette.primary,
    edge: Palette.primaryEdge,
    width: [
      [10, 1],
      [13, 3.2],
      [15, 7.5],
      [17, 15],
      [19, 30],
    ],
    fromZoom: 10,
    rank: 6,
    namedFromZoom: 14,
  },
  secondary: {
    fill: Palette.secondary,
    edge: Palette.secondaryEdge,
    width: [
      [11, 0.9],
      [13, 2.4],
      [15, 5.8],
      [17, 12],
      [19, 25],
    ],
    fromZoom: 11,
    rank: 5,
    namedFromZoom: 14.5,
  },
  tertiary: {
    fill: Palette.street,
    edge: Palette.streetEdge,
    width: [
      [12, 0.8],
      [14, 2.6],
      [16, 6.5],
      [17, 10],
      [19, 21],
    ],
    fromZoom: 12,
    rank: 4,
    namedFromZoom: 15,
  },
  residential: {
    fill: Palette.street,
    edge: Palette.streetEdge,
    width: [
      [13, 0.7],
      [15, 2.4],
      [17, 7],
      [19, 16],
    ],
    fromZoom: 13,
    rank: 3,
    namedFromZoom: 16,
  },
  pedestrian: {
    fill: Palette.pedestrian,
    edge: Palette.pedestrianEdge,
    width: [
      [13, 0.7],
      [15, 2.4],
      [17, 7],
      [19, 16],
    ],
    fromZoom: 13,
    rank: 3,
    namedFromZoom: 16,
  },
  service: {
    fill: Palette.street,
    edge: Palette.streetEdge,
    width: Narrow,
    fromZoom: 14,
    rank: 2,
    namedFromZoom: 17,
  },
  track: {
    fill: Palette.track,
    width: [
      [13, 0.8],
      [16, 1.6],
      [19, 3.4],
    ],
    fromZoom: 13,
    rank: 1,
    dash: [5, 2.4],
    cap: 'butt',
  },
  path: {
    fill: Palette.path,
    width: [
      [14.5, 0.9],
      [17, 1.7],
      [19, 3],
    ],
    fromZoom: 14.5,
    rank: 1,
    dash: [0.1, 2.3],
    cap: 'round',
    namedFromZoom: 17,
  },
  crossing: {
    fill: Palette.path,
    width: [
      [15.5, 0.9],
      [17, 1.7],
      [19, 3],
    ],
    fromZoom: 15.5,
    rank: 7,
    dash: [0.1, 2.3],
    cap: 'round',
  },
  indoor: {
    fill: Palette.path,
    width: [
      [16, 0.8],
      [19, 2],
    ],
    fromZoom: 16,
    rank: 7,
    dash: [3, 2],
    cap: 'butt',
  },
  elevator: {
    fill: Palette.steps,
    width: [
      [16, 2],
      [19, 5],
    ],
    fromZoom: 16,
    rank: 7,
    cap: 'round',
  },
  steps: {
    fill: Palette.steps,
    width: [
      [15, 2],
      [17, 4],
      [19, 8],
    ],
    fromZoom: 15,
    rank: 7,
    dash: [0.35, 0.35],
    cap: 'butt',
  },
};

const EdgeRank = 30;
const FillRank = 40;

/** How one way is drawn at a zoom: its edges below all fills, so that streets meet openly. */
export function wayStyles(
  kind: string,
  isPrivate: boolean,
  isBridge: boolean,
  zoom: number,
): readonly Style[] {
  const look = WayLooks[kind] ?? WayLooks['service'];
  if (look === undefined || zoom < look.fromZoom) {
    return [];
  }

  const width = between(look.width, zoom);
  const styles: Style[] = [];
  if (look.edge !== undefined && width > 1.4) {
    styles.push(
      new Style({
        zIndex: EdgeRank + (isBridge ? 9 : look.rank / 10),
        stroke: new Stroke({
          color: isBridge ? Palette.roadText : look.edge,
          width: width + (width > 5 ? 2 : 1.4),
          lineCap: isBridge ? 'butt' : 'round',
          lineJoin: 'round',
        }),
      }),
    );
  }

  const thin = look.edge !== undefined && width <= 1.4;
  styles.push(
    new Style({
      zIndex: FillRank + look.rank / 10 + (isBridge ? 1 : 0),
      stroke: new Stroke({
        color: thin
          ? (look.edge ?? look.fill)
          : isPrivate && look.fill === Palette.street
            ? Palette.streetPrivate
            : look.fill,
        width,
        lineCap: look.cap ?? 'round',
        lineJoin: 'round',
        ...(look.dash ? { lineDash: look.dash.map((part) => part * width) } : {}),
      }),
    }),
  );
  return styles;
}

/** The street's name along its course, or null where there is none to draw. */
export function wayNameStyle(kind: string, name: string, zoom: number): Style | null {
  const look = WayLooks[kind];
  if (name === '' || look?.namedFromZoom === undefined || zoom < look.namedFromZoom) {
    return null;
  }

  const size = between(
    [
      [14, 11],
      [17, 13],
      [19, 15],
    ],
    zoom,
  );
  return new Style({
    zIndex: 80 + look.rank,
    text: new Text({
      text: name,
      placement: 'line',
      font: `500 ${size.toFixed(1)}px ${FontStack}`,
      repeat: 420,
      maxAngle: Math.PI / 6,
      fill: new Fill({ color: Palette.roadText }),
      stroke: new Stroke({ color: Palette.halo, width: 3 }),
    }),
  });
}
