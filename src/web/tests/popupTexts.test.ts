import { describe, expect, test } from 'vitest';
import { rowText, uncoveredText } from '../src/coverage/popupTexts.ts';
import { Language } from '../src/language/language.ts';

const chinese = new Language('zh');

describe('The words at a click in a coverage report', () => {
  test('say who lives in an uncovered building and how long the walk is', () => {
    expect(
      uncoveredText(chinese, {
        code: 'b1',
        name: '3号楼',
        households: 40,
        residents: 120,
        walkSeconds: 1260,
      }),
    ).toEqual({ title: '3号楼', lines: ['40 户 · 120 人', '步行 21 分钟'] });
  });

  test('do not make up people or walks that nobody knows', () => {
    expect(uncoveredText(chinese, { code: 'b1', name: '', households: null, walkSeconds: null })).toEqual({
      title: 'b1',
      lines: ['未登记住户', '步行到不了'],
    });
    expect(uncoveredText(chinese, { code: 'b1', name: '', households: 3 }).lines[0]).toBe('3 户');
  });

  test('sum up an area by the measure that was chosen', () => {
    const tally = { total: 10, covered: 4, uncovered: 6, share: 0.4 };
    const none = { total: 0, covered: 0, uncovered: 0, share: null };
    const row = { code: 'g1', name: '第1网格', buildings: none, households: tally, residents: none };
    expect(rowText(chinese, row, 'households')).toEqual({
      title: '第1网格 40.0%',
      lines: ['住户: 已覆盖 4 · 未覆盖 6'],
    });
    expect(rowText(chinese, row, 'residents').title).toBe('第1网格 –');
  });
});
