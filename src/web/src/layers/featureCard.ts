import type { FeatureLike } from 'ol/Feature';
import { badge, gateSymbol, imageAddress } from '../map/icons.ts';
import { listed, text } from '../map/style/mapStyle.ts';
import { h, picture } from '../page/elements.ts';
import type { DeskRoom } from '../page/desk.ts';

const Readable = ['service-points', 'gates', 'buildings', 'compounds'] as const;

/** What the topmost thing under a click is; null where there is nothing to tell. */
export function featureCard(room: DeskRoom, features: readonly FeatureLike[]): HTMLElement | null {
  const layer = Readable.find((name) => features.some((feature) => text(feature, 'layer') === name));
  const feature = features.find((each) => text(each, 'layer') === layer);
  if (layer === undefined || feature === undefined) {
    return null;
  }

  const { language, catalogue } = room;
  const facts: [term: string, value: string][] = [];
  const add = (key: Parameters<typeof language.text>[0], value: string): void => {
    if (value !== '') {
      facts.push([language.text(key), value]);
    }
  };
  let sign = '';
  switch (layer) {
    case 'service-points': {
      const kind = text(feature, 'kind');
      const status = text(feature, 'status');
      sign = badge(kind, status);
      add('card.kind', language.word('kind', kind));
      add('card.status', language.word('status', status));
      add(
        'card.functions',
        listed(feature, 'functions')
          .map((key) => {
            const word = catalogue.functions.find((known) => known.key === key);
            return word ? language.of(word) : key;
          })
          .join(language.key === 'zh' ? '、' : ', '),
      );
      add('card.hours', text(feature, 'hours'));
      add('card.capacity', text(feature, 'capacity'));
      break;
    }
    case 'gates':
      sign = gateSymbol(text(feature, 'access'));
      add('card.access', language.word('access', text(feature, 'access')));
      add('card.hours', text(feature, 'hours') || language.text('card.alwaysOpen'));
      add('card.checkedOn', text(feature, 'checkedOn'));
      break;
    case 'buildings':
      add('card.kind', language.word('use', text(feature, 'use') || 'unknown'));
      add('card.floors', text(feature, 'floors'));
      add('card.households', text(feature, 'households'));
      add('card.residents', text(feature, 'residents'));
      break;
    case 'compounds':
      add('card.kind', language.word('compound', text(feature, 'kind')));
      break;
  }

  add('card.code', text(feature, 'code'));
  return h(
    'section',
    { class: 'card', 'data-card': layer },
    h(
      'h3',
      {},
      sign !== '' && picture(imageAddress(sign), layer === 'gates' ? 16 : 26),
      text(feature, 'name') || text(feature, 'code'),
    ),
    h('dl', { class: 'facts' }, ...facts.flatMap(([term, value]) => [h('dt', {}, term), h('dd', {}, value)])),
  );
}
