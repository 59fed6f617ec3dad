import type { FeatureLike } from 'ol/Feature';
import type { LonLat } from '../api/shapes.ts';
import { DrawnFromZoom, isShown, LayerKeys, type LayerKey } from '../map/collections.ts';
import { freshId, h } from '../page/elements.ts';
import type { Desk, DeskRoom } from '../page/desk.ts';
import type { PageState } from '../state/pageState.ts';
import { featureCard } from './featureCard.ts';
import { mapLegend } from './legend.ts';

/** 图层。What the map shows, what its signs mean, and what one thing on it is. */
export class LayersDesk implements Desk {
  private cardPlace: HTMLElement | null = null;
  private rows: ReadonlyMap<LayerKey, HTMLElement> = new Map();

  constructor(private readonly room: DeskRoom) {}

  open(panel: HTMLElement): void {
    const { language } = this.room;
    this.cardPlace = h('div', { class: 'answer', 'aria-live': 'polite', 'data-answer': 'layers' });
    this.rows = new Map(LayerKeys.map((layer) => [layer, this.switchRow(layer)]));
    panel.replaceChildren(
      h('h2', {}, language.text('title.layers')),
      h('p', { class: 'lead' }, language.text('lead.layers')),
      this.cardPlace,
      h(
        'section',
        { class: 'switches', role: 'group', 'aria-label': language.text('layers.shown') },
        h('h3', {}, language.text('layers.shown')),
        h('ul', {}, ...this.rows.values()),
      ),
      mapLegend(language),
    );
    this.markZoom();
  }

  close(): void {
    this.cardPlace = null;
  }

  clicked(_at: LonLat, features: readonly FeatureLike[]): void {
    const card = featureCard(this.room, features);
    this.cardPlace?.replaceChildren(...(card === null ? [] : [card]));
  }

  changed(state: PageState, before: PageState): void {
    if (state.zoom !== before.zoom) {
      this.markZoom();
    }
  }

  /** Says beside a layer that it needs a closer look before it is drawn. */
  private markZoom(): void {
    const zoom = this.room.map.zoom;
    for (const [layer, row] of this.rows) {
      row.classList.toggle('far', zoom + 0.25 < DrawnFromZoom[layer]);
    }
  }

  private switchRow(layer: LayerKey): HTMLElement {
    const { language, store } = this.room;
    const id = freshId(layer);
    const box = h('input', {
      'data-layer': layer,
      props: { type: 'checkbox', id, checked: isShown(layer, store.current.toggled) },
      on: {
        change: () => {
          const { toggled } = store.current;
          store.set({
            toggled: toggled.includes(layer)
              ? toggled.filter((other) => other !== layer)
              : [...toggled, layer],
          });
        },
      },
    });
    return h(
      'li',
      {},
      box,
      h('label', { for: id }, language.text(`layer.${layer}`)),
      h('span', { class: 'note' }, language.text('layers.zoomIn')),
    );
  }
}
