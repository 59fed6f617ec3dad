import Fill from 'ol/style/Fill';
import Stroke from 'ol/style/Stroke';
import Style from 'ol/style/Style';
import { AnswerPalette, Palette } from './palette.ts';
import { between } from './scale.ts';
import { shareClass } from './choropleth.ts';

/** Plain lines, never dashes: two neighbours each draw the border between them. */
export function areaStyles(level: string, zoom: number): readonly Style[] {
  switch (level) {
    case 'county':
    case 'prefecture':
    case 'province':
      return [
        new Style({ zIndex: 64, stroke: new Stroke({ color: 'rgba(122, 77, 146, 0.16)', width: 7 }) }),
        new Style({ zIndex: 65, stroke: new Stroke({ color: Palette.county, width: 1.5 }) }),
      ];
    case 'town':
      return [
        new Style({ zIndex: 64, stroke: new Stroke({ color: 'rgba(141, 99, 163, 0.13)', width: 5 }) }),
        new Style({ zIndex: 65, stroke: new Stroke({ color: Palette.town, width: 1.2 }) }),
      ];
    default:
      return zoom < 11.5
        ? []
        : [
            new Style({
              zIndex: 63,
              stroke: new Stroke({ color: Palette.community, width: zoom < 14 ? 0.7 : 1.1 }),
            }),
          ];
  }
}

export function gridStyles(zoom: number): readonly Style[] {
  const width = between(
    [
      [12, 0.4],
      [14, 0.8],
      [17, 1.4],
    ],
    zoom,
  );
  return [
    new Style({
      zIndex: 62,
      stroke: new Stroke({
        color: zoom < 16 ? 'rgba(47, 138, 132, 0.6)' : 'rgba(47, 138, 132, 0.45)',
        width,
      }),
    }),
  ];
}

export function microGridStyles(): readonly Style[] {
  return [
    new Style({ zIndex: 61.5, stroke: new Stroke({ color: 'rgba(111, 176, 171, 0.85)', width: 0.8 }) }),
  ];
}

export function laneStyles(zoom: number): readonly Style[] {
  const width = between(
    [
      [13, 1.4],
      [16, 3],
      [19, 7],
    ],
    zoom,
  );
  return [
    new Style({
      zIndex: 58,
      stroke: new Stroke({ color: 'rgba(208, 138, 29, 0.75)', width, lineCap: 'round' }),
    }),
  ];
}

let hatch: CanvasPattern | null | undefined;

/** Grey lines for what has no figure; falls back to grey where there is no canvas. */
function noDataFill(): CanvasPattern | string {
  if (hatch === undefined) {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = 8;
    const context = canvas.getContext('2d');
    if (context) {
      context.fillStyle = 'rgba(222, 222, 220, 0.75)';
      context.fillRect(0, 0, 8, 8);
      context.strokeStyle = 'rgba(120, 124, 128, 0.7)';
      context.lineWidth = 1.1;
      context.beginPath();
      for (const shift of [-8, 0, 8]) {
        context.moveTo(shift, 8);
        context.lineTo(shift + 8, 0);
      }

      context.stroke();
    }

    hatch = context?.createPattern(canvas, 'repeat') ?? null;
  }

  return hatch ?? '#dededc';
}

/** The ground of one row of a coverage report, below buildings and streets. */
export function coverageStyles(share: number | null, isSelected: boolean): readonly Style[] {
  const of = shareClass(share);
  const styles = [
    new Style({
      zIndex: 20,
      fill: new Fill({ color: of ? of.colour : noDataFill() }),
      stroke: new Stroke({ color: 'rgba(255, 255, 255, 0.9)', width: 1.2 }),
    }),
  ];
  if (isSelected) {
    styles.push(
      new Style({ zIndex: 66, stroke: new Stroke({ color: '#fff', width: 6.5, lineJoin: 'round' }) }),
      new Style({
        zIndex: 67,
        stroke: new Stroke({ color: AnswerPalette.selected, width: 3, lineJoin: 'round' }),
      }),
    );
  }

  return styles;
}
