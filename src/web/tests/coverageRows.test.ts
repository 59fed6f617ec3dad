import { describe, expect, test } from 'vitest';
import { areaOptions, reportArea } from '../src/coverage/areaOptions.ts';
import { firstSorting, nextSorting, sortRows, type SortColumn } from '../src/coverage/rows.ts';
import type { CoverageRow } from '../src/api/shapes.ts';

const row = (code: string, name: string, total: number, uncovered: number): CoverageRow => {
  const tally = {
    total,
    covered: total - uncovered,
    uncovered,
    share: total === 0 ? null : 1 - uncovered / total,
  };
  return { code, name, buildings: tally, households: tally, residents: tally };
};
const Rows = [row('3', '第10网格', 50, 10), row('1', '第2网格', 100, 10), row('2', '第1网格', 0, 0)];
const order = (column: SortColumn, isRising: boolean): string =>
  sortRows(Rows, 'residents', { column, isRising }, 'zh-CN')
    .map((each) => each.code)
    .join('');

describe('The rows of a report', () => {
  test('sort by name with numbers as numbers', () => {
    expect(order('name', true)).toBe('213');
  });

  test('keep rows without anything to count at the end, whichever way a share is sorted', () => {
    expect(order('share', true)).toBe('312');
    expect(order('share', false)).toBe('132');
  });

  test('that are equal follow their codes, both ways', () => {
    expect(order('uncovered', false)).toBe('132');
    expect(order('uncovered', true)).toBe('213');
  });

  test('are left as they came', () => {
    const before = [...Rows];
    order('total', true);
    expect(Rows).toEqual(before);
  });

  test('a first click on a column shows the gaps, a second turns it round', () => {
    const uncovered = firstSorting('uncovered');
    expect(uncovered.isRising).toBe(false);
    expect(nextSorting(uncovered, 'uncovered')).toEqual({ column: 'uncovered', isRising: true });
    expect(nextSorting(uncovered, 'share')).toEqual({ column: 'share', isRising: true });
  });
});

describe('The areas to choose from', () => {
  const areas = [
    { code: '359921001001', name: '朝阳社区', level: 'community' },
    { code: '359921000000', name: '樾溪县', level: 'county' },
    { code: '359921001000', name: '溪东街道', level: 'town' },
  ];

  test('stand as a tree, indented by level', () => {
    expect(areaOptions(areas, '全县').map((option) => option.label)).toEqual([
      '樾溪县',
      '\u3000溪东街道',
      '\u3000\u3000朝阳社区',
    ]);
  });

  test('a report is asked for the county until another area is chosen that exists', () => {
    expect(reportArea(areas, '')).toBe('359921000000');
    expect(reportArea(areas, '359921001000')).toBe('359921001000');
    expect(reportArea(areas, '000000000000')).toBe('359921000000');
    expect(reportArea([], '')).toBe('');
  });
});
