import type { Measure } from '../api/shapes.ts';
import type { Language } from '../language/language.ts';
import { ShareClasses } from '../map/style/choropleth.ts';
import { h } from '../page/elements.ts';

/** The classes of the choropleth, the hatch for no data, and the dots. */
export function coverageLegend(language: Language, measure: Measure, uncovered: number): HTMLElement {
  return h(
    'section',
    { class: 'legend', 'data-legend': 'coverage' },
    h('h3', {}, language.text('coverage.legend', { measure: language.text(`coverage.${measure}`) })),
    h(
      'ul',
      { class: 'classes' },
      ...ShareClasses.map(({ from, to, colour }) => {
        const swatch = h('span', { class: 'swatch' });
        swatch.style.background = colour;
        return h('li', {}, swatch, `${Math.round(from * 100)}–${Math.round(to * 100)}%`);
      }),
    ),
    h(
      'ul',
      { class: 'classes rest' },
      h('li', {}, h('span', { class: 'swatch hatch' }), language.text('coverage.noData')),
      h(
        'li',
        {},
        h('span', { class: 'dot' }),
        language.text('coverage.uncoveredDot', { n: language.count(uncovered) }),
      ),
    ),
  );
}
