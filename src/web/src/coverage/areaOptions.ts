import type { AreaWord } from '../api/shapes.ts';
import type { Option } from '../page/elements.ts';

const Depths: Readonly<Record<string, number>> = { county: 0, town: 1, community: 2 };

/** The areas as a list to choose from: in the order of their codes, which is the order of the tree, indented by level. */
export function areaOptions(areas: readonly AreaWord[], wholeCounty: string): readonly Option[] {
  const sorted = [...areas].sort((a, b) => (a.code < b.code ? -1 : 1));
  const counties = sorted.filter((area) => area.level === 'county');
  const options = sorted.map((area) => ({
    value: area.code,
    label: '\u3000'.repeat(Depths[area.level] ?? 0) + area.name,
  }));
  return counties.length > 0 ? options : [{ value: '', label: wholeCounty }, ...options];
}

/** The code that a report is asked for: the state's, if it is one of the areas, else the first county's. */
export function reportArea(areas: readonly AreaWord[], wanted: string): string {
  if (areas.some((area) => area.code === wanted)) {
    return wanted;
  }

  return (
    [...areas].filter((area) => area.level === 'county').sort((a, b) => (a.code < b.code ? -1 : 1))[0]
      ?.code ?? ''
  );
}
