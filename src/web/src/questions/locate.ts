import { ask } from '../api/client.ts';
import type { Located, LocatedBuilding, LocatedUnit } from '../api/shapes.ts';
import type { Language } from '../language/language.ts';
import { h } from '../page/elements.ts';
import { emptyMessage } from '../page/messages.ts';
import { pointLine } from './pointLine.ts';
import type { Question } from './questionDesk.ts';

/** 定位。Which area, grid, compound and building a point belongs to. */
export const LocateQuestion: Question<Located> = {
  desk: 'locate',
  fields: () => [],
  dependsOn: () => [],
  request: ({ language }, [lon, lat], signal) =>
    ask<Located>('/api/v1/locate', { lon: lon.toFixed(7), lat: lat.toFixed(7) }, language.tag, signal),
  draw: () => undefined,
  card: ({ language }, located, at) => {
    const isNowhere = located.coverage === 'none';
    return h(
      'div',
      {},
      pointLine(language, at),
      isNowhere
        ? emptyMessage(language.text('locate.none'))
        : h('p', { class: `tag ${located.coverage}` }, language.text(`locate.${located.coverage}`)),
      !isNowhere &&
        h(
          'dl',
          { class: 'facts' },
          ...located.areas.flatMap((area) =>
            fact(language.word('locate.area', area.level), area.name, '', area.code),
          ),
          ...unit(language, 'locate.grid', located.grid, 'gridKind'),
          ...unit(language, 'locate.microGrid', located.microGrid, ''),
          ...unit(language, 'locate.compound', located.compound, 'compound'),
          ...unit(language, 'locate.building', located.building, '', people(language, located.building)),
        ),
    );
  },
};

function unit(
  language: Language,
  label: 'locate.grid' | 'locate.microGrid' | 'locate.compound' | 'locate.building',
  found: LocatedUnit | null,
  kinds: string,
  extra = '',
): HTMLElement[] {
  if (found === null) {
    return fact(language.text(label), language.text('locate.missing'), '', '');
  }

  const where =
    found.metres === null || found.metres === undefined || found.metres === 0
      ? language.text('locate.inside')
      : language.text('locate.away', { metres: language.distance(found.metres) });
  const kind = kinds !== '' && found.kind ? language.word(kinds, found.kind) : '';
  return fact(
    language.text(label),
    found.name === '' ? found.code : found.name,
    [kind, extra, where].filter((part) => part !== '').join(' · '),
    found.code,
  );
}

function people(language: Language, building: LocatedBuilding | null): string {
  if (building === null) {
    return '';
  }

  const { households, residents } = building;
  if (households === null || households === undefined) {
    return language.text('locate.uncounted');
  }

  const homes = language.text('unit.households', { n: language.count(households) });
  return residents === null || residents === undefined
    ? homes
    : language.text('locate.people', {
        households: homes,
        residents: language.text('unit.people', { n: language.count(residents) }),
      });
}

function fact(term: string, value: string, note: string, code: string): HTMLElement[] {
  return [
    h('dt', {}, term),
    h(
      'dd',
      {},
      h('span', { class: 'value' }, value),
      note !== '' && h('span', { class: 'note' }, note),
      code !== '' && h('span', { class: 'code' }, code),
    ),
  ];
}
