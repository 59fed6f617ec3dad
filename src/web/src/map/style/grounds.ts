import Fill from 'ol/style/Fill';
import Stroke from 'ol/style/Stroke';
import Style from 'ol/style/Style';
import { Palette } from './palette.ts';
import { between } from './scale.ts';

/** Above the colours of a coverage report: nobody lives on water and in parks, and they help to find one's way. */
export function groundStyles(kind: string): readonly Style[] {
  const [fill, edge] =
    kind === 'water' ? [Palette.water, Palette.waterEdge] : [Palette.park, Palette.parkEdge];
  return [
    new Style({
      zIndex: kind === 'water' ? 22 : 21,
      fill: new Fill({ color: fill }),
      stroke: new Stroke({ color: edge, width: 0.8 }),
    }),
  ];
}

/** A walled compound has a wall one sees; an open one is only a shade of ground. */
export function compoundStyles(isWalled: boolean, zoom: number): readonly Style[] {
  const ground = new Style({
    zIndex: 10,
    fill: new Fill({ color: isWalled ? Palette.compound : Palette.compoundOpen }),
  });
  if (!isWalled) {
    return [ground];
  }

  const width = between(
    [
      [13, 0.6],
      [15, 1.1],
      [17, 2],
      [19, 3.4],
    ],
    zoom,
  );
  const styles = [ground];
  if (zoom >= 14.5) {
    styles.push(
      new Style({
        zIndex: 60,
        stroke: new Stroke({ color: Palette.wallHalo, width: width * 2.4, lineJoin: 'miter' }),
      }),
    );
  }

  styles.push(
    new Style({
      zIndex: 61,
      stroke: new Stroke({ color: zoom >= 14.5 ? Palette.wall : Palette.wallHalo, width, lineJoin: 'miter' }),
    }),
  );
  return styles;
}

const BuildingFills: Readonly<Record<string, string>> = {
  mixed: Palette.buildingMixed,
  commercial: Palette.buildingCommercial,
  public: Palette.buildingPublic,
  industrial: Palette.buildingIndustrial,
};

export function buildingStyles(use: string, zoom: number): readonly Style[] {
  return [
    new Style({
      zIndex: 50,
      fill: new Fill({ color: BuildingFills[use] ?? Palette.building }),
      ...(zoom >= 15 ? { stroke: new Stroke({ color: Palette.buildingEdge, width: 0.8 }) } : {}),
    }),
  ];
}
