import type { LonLat } from '../api/shapes.ts';
import type { Language } from '../language/language.ts';
import { h } from '../page/elements.ts';

/** The point that was asked about, as a line of small print; five decimals are a metre. */
export function pointLine(language: Language, [lon, lat]: LonLat, snapMetres?: number): HTMLElement {
  const at = language.text('ask.at', { lon: lon.toFixed(5), lat: lat.toFixed(5) });
  return h(
    'p',
    { class: 'point' },
    snapMetres === undefined
      ? at
      : `${at} · ${language.text('ask.snap', { metres: language.distance(snapMetres) })}`,
  );
}
