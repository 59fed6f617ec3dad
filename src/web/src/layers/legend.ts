import type { Language } from '../language/language.ts';
import { badge, gateSymbol, GateRules, imageAddress, ServicePointKinds } from '../map/icons.ts';
import { h, picture } from '../page/elements.ts';
import { GroundSamples, WaySamples } from './samples.ts';

const Statuses = ['open', 'building', 'planned', 'closed'] as const;

/** What every sign of the map means. */
export function mapLegend(language: Language): HTMLElement {
  return h(
    'section',
    { class: 'legend' },
    h('h3', {}, language.text('layers.legend.points')),
    list(
      'signs',
      ServicePointKinds.map((kind) => [imageAddress(badge(kind)), 22, 22, language.text(`kind.${kind}`)]),
    ),
    h('h3', {}, language.text('layers.legend.status')),
    list(
      'signs',
      Statuses.map((status) => [
        imageAddress(badge('centerSite', status)),
        22,
        22,
        language.text(`status.${status}`),
      ]),
    ),
    h('h3', {}, language.text('layers.legend.gates')),
    list(
      'signs',
      GateRules.map((rule) => [imageAddress(gateSymbol(rule)), 16, 16, language.text(`access.${rule}`)]),
    ),
    h('h3', {}, language.text('layers.legend.ways')),
    list(
      'signs',
      WaySamples.map(({ kind, svg }) => [imageAddress(svg), 34, 14, language.text(`way.${kind}`)]),
    ),
    h('h3', {}, language.text('layers.legend.grounds')),
    list(
      'signs',
      GroundSamples.map(({ key, svg }) => [imageAddress(svg), 34, 18, language.text(key)]),
    ),
  );
}

function list(
  look: string,
  entries: readonly (readonly [address: string, width: number, height: number, words: string])[],
): HTMLElement {
  return h(
    'ul',
    { class: look },
    ...entries.map(([address, width, height, words]) => {
      const sign = picture(address, width);
      sign.height = height;
      return h('li', {}, sign, h('span', {}, words));
    }),
  );
}
