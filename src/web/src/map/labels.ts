import Feature from 'ol/Feature';
import Point from 'ol/geom/Point';
import VectorLayer from 'ol/layer/Vector';
import VectorSource from 'ol/source/Vector';
import Fill from 'ol/style/Fill';
import Stroke from 'ol/style/Stroke';
import Style from 'ol/style/Style';
import Text from 'ol/style/Text';
import { isShown, type Collection } from './collections.ts';
import type { Extent, LabelPlaces, Piece } from './labelPlaces.ts';
import type { Choropleth } from './style/choropleth.ts';
import { FontStack, Palette } from './style/palette.ts';
import { resolutionAt } from './style/scale.ts';

interface LabelLook {
  readonly fromZoom: number;
  readonly toZoom: number;
  readonly size: number;
  readonly weight: number;
  readonly colour: string;
  /** The least side of the labelled piece on the screen, in pixels. */
  readonly room: number;
  readonly rank: number;
}

/** A building's name may stick out of it by a little. */
const NarrowestPart = 0.7;

const Looks: Readonly<Record<string, LabelLook>> = {
  county: { fromZoom: 7, toZoom: 11.4, size: 16, weight: 600, colour: Palette.areaText, room: 30, rank: 9 },
  town: { fromZoom: 10.5, toZoom: 13.6, size: 14, weight: 600, colour: Palette.areaText, room: 36, rank: 8 },
  community: {
    fromZoom: 12.6,
    toZoom: 15.6,
    size: 13,
    weight: 600,
    colour: Palette.areaText,
    room: 60,
    rank: 7,
  },
  grids: { fromZoom: 15.1, toZoom: 17.4, size: 12, weight: 500, colour: Palette.gridText, room: 90, rank: 5 },
  'micro-grids': {
    fromZoom: 16,
    toZoom: 18.4,
    size: 11,
    weight: 400,
    colour: Palette.gridText,
    room: 60,
    rank: 4,
  },
  compounds: {
    fromZoom: 15.2,
    toZoom: 19,
    size: 12.5,
    weight: 600,
    colour: Palette.compoundText,
    room: 60,
    rank: 6,
  },
  buildings: {
    fromZoom: 17,
    toZoom: 20,
    size: 11,
    weight: 400,
    colour: Palette.buildingText,
    room: 11,
    rank: 2,
  },
  water: {
    fromZoom: 12.5,
    toZoom: 20,
    size: 12.5,
    weight: 500,
    colour: Palette.waterText,
    room: 40,
    rank: 3,
  },
  park: { fromZoom: 13.5, toZoom: 20, size: 12, weight: 500, colour: Palette.parkText, room: 40, rank: 3 },
};

/** The names of polygons, and in a coverage report the shares, one for each polygon. */
export class Labels {
  private readonly source = new VectorSource<Feature<Point>>();
  readonly layer = new VectorLayer({ source: this.source, declutter: true, zIndex: 33 });
  private choropleth: Choropleth | null = null;

  constructor(
    private readonly places: LabelPlaces,
    private readonly percent: (share: number | null) => string,
  ) {}

  showChoropleth(choropleth: Choropleth | null): void {
    this.choropleth = choropleth;
  }

  /** Puts the labels of the view anew; cheap enough for every stop of the map. */
  refresh(tileZoom: number, viewZoom: number, view: Extent, toggled: readonly string[]): void {
    const pixel = resolutionAt(viewZoom);
    const features: Feature<Point>[] = [];
    for (const piece of this.places.within(tileZoom, view)) {
      const style = this.style(piece, viewZoom, pixel, toggled);
      if (style !== null) {
        const feature = new Feature(new Point([piece.x, piece.y]));
        feature.setStyle(style);
        features.push(feature);
      }
    }

    this.source.clear(true);
    this.source.addFeatures(features);
  }

  private style(piece: Piece, viewZoom: number, pixel: number, toggled: readonly string[]): Style | null {
    const share =
      this.choropleth?.collection === piece.collection ? this.choropleth.shares.get(piece.code) : undefined;
    if (share !== undefined) {
      return this.shareStyle(share, piece, pixel);
    }

    const collection = piece.collection as Collection;
    const look = Looks[collection === 'areas' || collection === 'grounds' ? piece.kind : collection];
    const width = (piece.extent[2] - piece.extent[0]) / pixel;
    const isRoomy =
      look !== undefined &&
      (collection !== 'buildings' || width >= piece.name.length * look.size * NarrowestPart) &&
      Math.min(piece.extent[2] - piece.extent[0], piece.extent[3] - piece.extent[1]) / pixel >= look.room;
    if (
      !isRoomy ||
      piece.name === '' ||
      viewZoom < look.fromZoom ||
      viewZoom > look.toZoom ||
      !isShown('names', toggled) ||
      !isShown(collection, toggled) ||
      (this.choropleth !== null && (collection === 'grids' || collection === 'compounds'))
    ) {
      return null;
    }

    return new Style({
      zIndex: look.rank,
      text: new Text({
        text: piece.name,
        font: `${look.weight} ${look.size}px ${FontStack}`,
        fill: new Fill({ color: look.colour }),
        stroke: new Stroke({ color: Palette.halo, width: 3.4 }),
        padding: [2, 4, 2, 4],
      }),
    });
  }

  private shareStyle(share: number | null, piece: Piece, pixel: number): Style | null {
    if ((piece.extent[2] - piece.extent[0]) / pixel < 44) {
      return null;
    }

    return new Style({
      zIndex: 12,
      text: new Text({
        text: this.percent(share),
        font: `600 12.5px ${FontStack}`,
        fill: new Fill({ color: Palette.ink }),
        stroke: new Stroke({ color: 'rgba(255, 255, 255, 0.92)', width: 3.6 }),
        padding: [1, 3, 1, 3],
      }),
    });
  }
}
