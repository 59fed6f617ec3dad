import Feature, { type FeatureLike } from 'ol/Feature';
import GeoJSON from 'ol/format/GeoJSON';
import type Geometry from 'ol/geom/Geometry';
import LineString from 'ol/geom/LineString';
import Point from 'ol/geom/Point';
import VectorLayer from 'ol/layer/Vector';
import { fromLonLat } from 'ol/proj';
import VectorSource from 'ol/source/Vector';
import CircleStyle from 'ol/style/Circle';
import Fill from 'ol/style/Fill';
import Icon from 'ol/style/Icon';
import Stroke from 'ol/style/Stroke';
import Style from 'ol/style/Style';
import type { CoverageReport, Isochrones, LonLat, Walk } from '../api/shapes.ts';
import { imageAddress, originPin, rankDisc } from './icons.ts';
import { IsochroneColours } from './style/isochrones.ts';
import { AnswerPalette } from './style/palette.ts';
import { between, zoomAt, type Stop } from './style/scale.ts';

const DotRadius: readonly Stop[] = [
  [12, 1.2],
  [14, 1.7],
  [16, 3.4],
  [18, 6],
];

/** Draws what a question was answered with: the point asked about, walks, isochrones, uncovered buildings. */
export class AnswerLayer {
  private readonly areas = new VectorSource<Feature>();
  private readonly dots = new VectorSource<Feature>();
  private readonly walks = new VectorSource<Feature>();
  private readonly origin = new VectorSource<Feature>();
  private walkFeatures: { line: Feature | null; end: Feature }[] = [];

  readonly layers = [
    new VectorLayer({ source: this.areas, zIndex: 20 }),
    new VectorLayer({ source: this.dots, zIndex: 30, style: dotStyle }),
    new VectorLayer({ source: this.walks, zIndex: 40 }),
    new VectorLayer({ source: this.origin, zIndex: 50 }),
  ];

  clear(): void {
    this.walkFeatures = [];
    for (const source of [this.areas, this.dots, this.walks, this.origin]) {
      source.clear(true);
      source.changed();
    }
  }

  showOrigin(at: LonLat): void {
    const feature = new Feature<Geometry>(new Point(fromLonLat([...at])));
    feature.setStyle(
      new Style({
        image: new Icon({
          src: imageAddress(originPin(AnswerPalette.origin)),
          anchor: [0.5, 0.975],
          declutterMode: 'none',
        }),
      }),
    );
    this.origin.clear(true);
    this.origin.addFeature(feature);
  }

  /** Draws the walks of an answer, door to door; the chosen one strong, the others pale below it. */
  showWalks(walks: readonly Walk[], chosen: number): void {
    this.walks.clear(true);
    this.walkFeatures = walks.map((walk) => {
      const course = (walk.path?.coordinates ?? []).map(([lon = 0, lat = 0]) => fromLonLat([lon, lat]));
      return {
        line: course.length > 1 ? new Feature<Geometry>(new LineString(course)) : null,
        end: new Feature<Geometry>(new Point(fromLonLat([walk.lon, walk.lat]))),
      };
    });
    for (const { line, end } of this.walkFeatures) {
      this.walks.addFeatures(line === null ? [end] : [line, end]);
    }

    this.chooseWalk(chosen);
  }

  chooseWalk(chosen: number): void {
    this.walkFeatures.forEach(({ line, end }, index) => {
      const isChosen = index === chosen;
      const order = isChosen ? 100 : this.walkFeatures.length - index;
      line?.setStyle(walkStyles(isChosen, order));
      end.setStyle(
        new Style({
          zIndex: order + 200,
          image: new Icon({
            src: imageAddress(rankDisc(index + 1, isChosen ? AnswerPalette.walk : AnswerPalette.walkOther)),
            scale: isChosen ? 1.1 : 0.95,
            declutterMode: 'none',
          }),
        }),
      );
    });
  }

  showIsochrones(isochrones: Isochrones): void {
    this.areas.clear(true);
    const outward = [...isochrones.features].sort((a, b) => b.properties.minutes - a.properties.minutes);
    const format = new GeoJSON();
    outward.forEach((isochrone, index) => {
      if (isochrone.geometry === null) {
        return;
      }

      const geometry = format.readGeometry(isochrone.geometry, {
        dataProjection: 'EPSG:4326',
        featureProjection: 'EPSG:3857',
      });
      if (geometry === null) {
        return;
      }

      const feature = new Feature(geometry);
      const { fill, edge } = IsochroneColours.at(outward.length - 1 - index);
      feature.setStyle(
        new Style({
          zIndex: index,
          fill: new Fill({ color: fill }),
          stroke: new Stroke({ color: edge, width: 1.8, lineJoin: 'round' }),
        }),
      );
      this.areas.addFeature(feature);
    });
  }

  showUncovered(uncovered: CoverageReport['uncovered']): void {
    const features = uncovered.features.flatMap((building) => {
      const [lon, lat] = building.geometry?.coordinates ?? [];
      if (lon === undefined || lat === undefined) {
        return [];
      }

      const feature = new Feature<Geometry>({
        geometry: new Point(fromLonLat([lon, lat])),
        uncovered: building.properties,
      });
      return [feature];
    });
    this.dots.clear(true);
    this.dots.addFeatures(features);
  }

  get extent(): number[] | null {
    const extents = [this.areas, this.walks, this.origin]
      .filter((source) => source.getFeatures().length > 0)
      .map((source) => source.getExtent())
      .filter((extent) => extent !== null);
    if (extents.length === 0) {
      return null;
    }

    return [0, 1, 2, 3].map((side) =>
      (side < 2 ? Math.min : Math.max)(...extents.map((extent) => extent[side] ?? 0)),
    );
  }
}

const dots = new Map<number, Style>();

/** A dot for an uncovered building: small in the overview, where there are thousands. */
function dotStyle(_feature: FeatureLike, resolution: number): Style {
  const zoom = Math.round(zoomAt(resolution));
  let style = dots.get(zoom);
  if (style === undefined) {
    const radius = between(DotRadius, zoom);
    style = new Style({
      image: new CircleStyle({
        radius,
        fill: new Fill({ color: AnswerPalette.uncovered }),
        stroke: new Stroke({ color: '#fff', width: radius / 3 }),
        declutterMode: 'none',
      }),
    });
    dots.set(zoom, style);
  }

  return style;
}

function walkStyles(isChosen: boolean, order: number): Style[] {
  return isChosen
    ? [
        new Style({
          zIndex: order,
          stroke: new Stroke({
            color: AnswerPalette.walkHalo,
            width: 8.5,
            lineCap: 'round',
            lineJoin: 'round',
          }),
        }),
        new Style({
          zIndex: order,
          stroke: new Stroke({ color: AnswerPalette.walk, width: 5, lineCap: 'round', lineJoin: 'round' }),
        }),
      ]
    : [
        new Style({
          zIndex: order,
          stroke: new Stroke({
            color: 'rgba(255, 255, 255, 0.8)',
            width: 5.5,
            lineCap: 'round',
            lineJoin: 'round',
          }),
        }),
        new Style({
          zIndex: order,
          stroke: new Stroke({
            color: AnswerPalette.walkOther,
            width: 3,
            lineCap: 'round',
            lineJoin: 'round',
          }),
        }),
      ];
}
