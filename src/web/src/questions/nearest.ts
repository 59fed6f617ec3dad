import { ask } from '../api/client.ts';
import type { LonLat, NearestWalks, Walk, Word } from '../api/shapes.ts';
import { badge, imageAddress } from '../map/icons.ts';
import { h, picture } from '../page/elements.ts';
import type { DeskRoom } from '../page/desk.ts';
import { emptyMessage } from '../page/messages.ts';
import { countField, functionField, longestWalkField, paceField, roleField, skillField } from './fields.ts';
import { pointLine } from './pointLine.ts';
import type { Question } from './questionDesk.ts';

/** 最近服务点。The service points that are soonest reached on foot. */
export const NearestPointsQuestion: Question<NearestWalks> = {
  desk: 'points',
  fields: (room) => [functionField(room), pair(countField(room), longestWalkField(room)), paceField(room)],
  dependsOn: (state) => [state.function, state.k, state.maxMinutes, state.pace],
  request: ({ language, store }, at, signal) => {
    const { function: wanted, k, maxMinutes, pace } = store.current;
    return ask<NearestWalks>(
      '/api/v1/nearest/service-points',
      { ...point(at), function: wanted, k, maxMinutes, pace, path: true },
      language.tag,
      signal,
    );
  },
  draw,
  card: (room, found, at) => {
    const { language, catalogue, store } = room;
    const wanted = catalogue.functions.find((word) => word.key === store.current.function);
    return found.results.length === 0
      ? nothing(
          room,
          found,
          at,
          language.text('nearest.noPoints', {
            minutes: found.maxMinutes,
            function: wanted ? language.of(wanted) : store.current.function,
          }),
        )
      : list(room, found, at, (walk) => ({
          sign: badge(walk.kind ?? 'other'),
          note: [
            walk.kind ? language.word('kind', walk.kind) : '',
            words(room, walk.functions, catalogue.functions),
          ]
            .filter((part) => part !== '')
            .join(' · '),
        }));
  },
};

/** 最近响应人。The people who can be there soonest on foot. */
export const NearestRespondersQuestion: Question<NearestWalks> = {
  desk: 'responders',
  fields: (room) => [
    pair(skillField(room), roleField(room)),
    pair(countField(room), longestWalkField(room, 'responderMaxMinutes')),
    paceField(room, 'responderPace'),
  ],
  dependsOn: (state) => [state.skill, state.role, state.k, state.responderMaxMinutes, state.responderPace],
  request: ({ language, store }, at, signal) => {
    const { skill, role, k, responderMaxMinutes: maxMinutes, responderPace: pace } = store.current;
    return ask<NearestWalks>(
      '/api/v1/nearest/responders',
      { ...point(at), skill, role, k, maxMinutes, pace, path: true },
      language.tag,
      signal,
    );
  },
  draw,
  card: (room, found, at) => {
    const { language, catalogue } = room;
    return found.results.length === 0
      ? nothing(room, found, at, language.text('nearest.noResponders', { minutes: found.maxMinutes }))
      : h(
          'div',
          {},
          list(room, found, at, (walk) => ({
            sign: badge('responder'),
            note: [words(room, walk.roles, catalogue.roles), words(room, walk.skills, catalogue.skills)]
              .filter((part) => part !== '')
              .join(' · '),
          })),
          h('p', { class: 'small' }, language.text('nearest.privacy')),
        );
  },
};

function point([lon, lat]: LonLat): { lon: string; lat: string } {
  return { lon: lon.toFixed(7), lat: lat.toFixed(7) };
}

function pair(...fields: readonly HTMLElement[]): HTMLElement {
  return h('div', { class: 'pair' }, ...fields);
}

function draw({ map }: DeskRoom, found: NearestWalks): void {
  map.answers.showWalks(found.results, 0);
}

function nothing({ language }: DeskRoom, found: NearestWalks, at: LonLat, words: string): HTMLElement {
  return h('div', {}, pointLine(language, at, found.origin.snapMetres), emptyMessage(words));
}

function words(
  room: DeskRoom,
  keys: readonly string[] | null | undefined,
  catalogue: readonly Word[],
): string {
  return (keys ?? [])
    .map((key) => {
      const word = catalogue.find((entry) => entry.key === key);
      return word ? room.language.of(word) : key;
    })
    .join(room.language.key === 'zh' ? '、' : ', ');
}

function list(
  { language, map }: DeskRoom,
  found: NearestWalks,
  at: LonLat,
  look: (walk: Walk) => { readonly sign: string; readonly note: string },
): HTMLElement {
  const buttons = found.results.map((walk, index) => {
    const { sign, note } = look(walk);
    const choose = (): void => {
      map.answers.chooseWalk(index);
      for (const button of buttons) {
        button.setAttribute('aria-pressed', String(button === buttons[index]));
      }
    };
    return h(
      'button',
      {
        class: 'result',
        'aria-pressed': String(index === 0),
        props: { type: 'button' },
        on: { click: choose, focus: choose },
      },
      h('span', { class: 'rank' }, String(index + 1)),
      picture(imageAddress(sign), 26),
      h(
        'span',
        { class: 'words' },
        h('span', { class: 'name' }, walk.name === '' ? walk.code : walk.name),
        note !== '' && h('span', { class: 'note' }, note),
        h(
          'span',
          { class: 'note' },
          language.text('nearest.walk', {
            metres: language.distance(walk.walkMetres),
            straight: language.distance(walk.straightMetres),
          }),
        ),
      ),
      h('span', { class: 'time' }, language.duration(walk.walkSeconds)),
    );
  });
  return h(
    'div',
    {},
    pointLine(language, at, found.origin.snapMetres),
    h(
      'p',
      { class: 'summary' },
      language.text('nearest.summary', { n: found.results.length, speed: found.pace.metresPerSecond }),
    ),
    h('ol', { class: 'results' }, ...buttons.map((button) => h('li', {}, button))),
  );
}
