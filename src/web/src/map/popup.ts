import Overlay from 'ol/Overlay';
import { fromLonLat } from 'ol/proj';
import type { LonLat } from '../api/shapes.ts';
import { h } from '../page/elements.ts';

/** A few words at a place of the map; one at a time. */
export class Popup {
  private readonly element = h('div', { class: 'popup', role: 'status' });
  readonly overlay = new Overlay({
    element: this.element,
    positioning: 'bottom-center',
    offset: [0, -12],
    stopEvent: true,
    autoPan: { animation: { duration: 200 }, margin: 24 },
  });

  show(at: LonLat, title: string, lines: readonly string[], closeWords: string): void {
    this.element.replaceChildren(
      h('strong', {}, title),
      ...lines.map((line) => h('p', {}, line)),
      h(
        'button',
        {
          'aria-label': closeWords,
          props: { type: 'button' },
          on: {
            click: () => {
              this.hide();
            },
          },
        },
        h('span', { 'aria-hidden': 'true' }, '×'),
      ),
    );
    this.overlay.setPosition(fromLonLat([...at]));
  }

  hide(): void {
    this.overlay.setPosition(undefined);
  }
}
