import { ask } from '../api/client.ts';
import type { Isochrones } from '../api/shapes.ts';
import { IsochroneColours } from '../map/style/isochrones.ts';
import { h } from '../page/elements.ts';
import { paceField } from './fields.ts';
import { pointLine } from './pointLine.ts';
import type { Question } from './questionDesk.ts';

const Cutoffs = '5,10,15';

/** 等时圈。What can be reached on foot within 5, 10 and 15 minutes; a drawing, never counted. */
export const IsochroneQuestion: Question<Isochrones> = {
  desk: 'isochrone',
  fields: (room) => [paceField(room)],
  dependsOn: (state) => [state.pace],
  request: ({ language, store }, [lon, lat], signal) =>
    ask<Isochrones>(
      '/api/v1/isochrones',
      { lon: lon.toFixed(7), lat: lat.toFixed(7), minutes: Cutoffs, pace: store.current.pace },
      language.tag,
      signal,
    ),
  draw: ({ map }, isochrones) => {
    map.answers.showIsochrones(isochrones);
  },
  card: ({ language }, isochrones, at) =>
    h(
      'div',
      {},
      pointLine(language, at, isochrones.origin.snapMetres),
      h(
        'ul',
        { class: 'swatches', 'aria-label': language.text('isochrone.nested') },
        ...[...isochrones.features]
          .sort((a, b) => a.properties.minutes - b.properties.minutes)
          .map(({ properties }, rank) => {
            const swatch = h('span', { class: 'swatch' });
            swatch.style.background = IsochroneColours.at(rank).swatch;
            swatch.style.borderColor = IsochroneColours.at(rank).edge;
            return h(
              'li',
              {},
              swatch,
              h('span', { class: 'name' }, language.text('isochrone.row', { n: properties.minutes })),
              properties.reachedMetres !== undefined &&
                h(
                  'span',
                  { class: 'note' },
                  language.text('isochrone.reached', { metres: language.distance(properties.reachedMetres) }),
                ),
            );
          }),
      ),
      h('p', { class: 'small' }, language.text('isochrone.note')),
    ),
};
