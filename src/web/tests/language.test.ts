import { describe, expect, test } from 'vitest';
import { en } from '../src/language/en.ts';
import { Language } from '../src/language/language.ts';
import { zh, type TextKey } from '../src/language/zh.ts';

const Slots = /\{\w+\}/g;

describe('The two languages', () => {
  test('have the same keys', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort());
  });

  test('fill the same slots in every text', () => {
    for (const key of Object.keys(zh) as TextKey[]) {
      expect([...new Set(en[key].match(Slots) ?? [])].sort(), key).toEqual(
        [...new Set(zh[key].match(Slots) ?? [])].sort(),
      );
    }
  });

  test('have a text for every key, and no Chinese in the English ones but the name of the language', () => {
    for (const [key, text] of Object.entries(en)) {
      expect(text, key).not.toBe('');
      if (key !== 'page.otherLanguage') {
        expect(text, key).not.toMatch(/\p{Script=Han}/u);
      }
    }
  });
});

describe('A text', () => {
  const language = new Language('zh');

  test('takes its values', () => {
    expect(language.text('isochrone.row', { n: 15 })).toBe('15 分钟');
  });

  test('keeps a slot that nothing was given for, so that the fault is seen', () => {
    expect(language.text('isochrone.row')).toBe('{n} 分钟');
  });

  test('is not filled a second time by what a value looks like', () => {
    expect(language.text('locate.people', { households: '{residents}', residents: '9 人' })).toBe(
      '{residents} · 9 人',
    );
  });

  test('that is put together from data falls back to the word of the data', () => {
    expect(language.word('kind', 'clinic')).toBe('卫生服务站');
    expect(language.word('kind', 'teahouse')).toBe('teahouse');
  });
});

describe('Quantities', () => {
  const chinese = new Language('zh');
  const english = new Language('en');

  test.each([
    [0, '0 米'],
    [12.4, '12 米'],
    [999.4, '999 米'],
    [999.5, '1.0 公里'],
    [1250, '1.3 公里'],
    [18_000, '18.0 公里'],
  ])('%d metres read %s', (metres, text) => {
    expect(chinese.distance(metres)).toBe(text);
  });

  test.each([
    [0, '0 s'],
    [59.4, '59 s'],
    [59.6, '1 min'],
    [125, '2 min 5 s'],
    [300, '5 min'],
    [599, '9 min 59 s'],
    [601, '11 min'],
    [900, '15 min'],
  ])('a walk of %d seconds reads %s and never less than it takes by a minute', (seconds, text) => {
    expect(english.duration(seconds)).toBe(text);
  });

  test.each([
    [null, '–'],
    [0, '0.0%'],
    [0.0001, '0.1%'],
    [0.784, '78.4%'],
    [0.99999, '99.9%'],
    [1, '100.0%'],
  ])('a share of %s reads %s: all and none are said only where they are true', (share, text) => {
    expect(chinese.percent(share)).toBe(text);
  });
});
