import type { CoverageRow, Measure, UncoveredBuilding } from '../api/shapes.ts';
import type { Language } from '../language/language.ts';

export interface PopupText {
  readonly title: string;
  readonly lines: readonly string[];
}

export function uncoveredText(language: Language, building: UncoveredBuilding): PopupText {
  const { households, residents, walkSeconds } = building;
  const isCounted = households !== null && households !== undefined;
  const people = !isCounted
    ? language.text('locate.uncounted')
    : residents === null || residents === undefined
      ? language.text('unit.households', { n: language.count(households) })
      : language.text('coverage.people', {
          households: language.text('unit.households', { n: language.count(households) }),
          residents: language.text('unit.people', { n: language.count(residents) }),
        });
  return {
    title: building.name === '' ? building.code : building.name,
    lines: [
      people,
      walkSeconds === null || walkSeconds === undefined
        ? language.text('coverage.noWalk')
        : language.text('coverage.walk', { time: language.duration(walkSeconds) }),
    ],
  };
}

export function rowText(language: Language, row: CoverageRow, measure: Measure): PopupText {
  const { covered, uncovered, share } = row[measure];
  return {
    title: `${row.name === '' ? row.code : row.name} ${language.percent(share)}`,
    lines: [
      `${language.text(`coverage.${measure}`)}: ${language.text('coverage.covered')} ${language.count(covered)} · ${language.text('coverage.uncovered')} ${language.count(uncovered)}`,
    ],
  };
}
