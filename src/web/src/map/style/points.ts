import Fill from 'ol/style/Fill';
import Icon from 'ol/style/Icon';
import Stroke from 'ol/style/Stroke';
import Style from 'ol/style/Style';
import Text from 'ol/style/Text';
import { badge, gateSymbol, imageAddress, kindColour } from '../icons.ts';
import { FontStack } from './palette.ts';
import { between } from './scale.ts';

const icons = new Map<string, Icon>();

function icon(key: string, svg: () => string, scale: number): Icon {
  const cached = icons.get(key);
  if (cached) {
    return cached;
  }

  const made = new Icon({ src: imageAddress(svg()), scale, declutterMode: 'obstacle' });
  icons.set(key, made);
  return made;
}

/** A service point: its badge always, its name where there is room. */
export function servicePointStyles(
  kind: string,
  status: string,
  name: string,
  zoom: number,
  withName: boolean,
): readonly Style[] {
  const scale = between(
    [
      [12.5, 0.36],
      [14, 0.55],
      [16, 0.8],
      [18, 1],
    ],
    zoom,
  );
  const step = Math.round(scale * 20) / 20;
  const isCentre = kind === 'centerSite';
  const isNamed = withName && name !== '' && zoom >= (isCentre ? 15.4 : 16);
  return [
    new Style({
      zIndex: isCentre ? 101 : 100,
      image: icon(`${kind}/${status}/${step}`, () => badge(kind, status), isCentre ? step * 1.18 : step),
      ...(isNamed
        ? {
            text: new Text({
              text: name,
              font: `${isCentre ? '600' : '500'} 12px ${FontStack}`,
              offsetY: 14 * step + 9,
              fill: new Fill({ color: status === 'closed' ? '#6b7075' : kindColour(kind) }),
              stroke: new Stroke({ color: 'rgba(255, 255, 255, 0.94)', width: 3.2 }),
              padding: [1, 3, 1, 3],
            }),
          }
        : {}),
    }),
  ];
}

export function gateStyles(access: string, zoom: number): readonly Style[] {
  const scale = zoom < 17 ? 0.62 : zoom < 18 ? 0.8 : 1.1;
  const key = `gate/${access}/${scale}`;
  return [new Style({ zIndex: 90, image: icon(key, () => gateSymbol(access), scale) })];
}
