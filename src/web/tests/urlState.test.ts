import { describe, expect, test } from 'vitest';
import { FirstState, type PageState } from '../src/state/pageState.ts';
import { formatHash, parseHash } from '../src/state/urlState.ts';

const Everything: PageState = {
  centre: [118.512345, 25.198765],
  zoom: 15.25,
  desk: 'coverage',
  at: [118.5, 25.2],
  function: 'elderly',
  minutes: 10,
  pace: 'frail',
  k: 3,
  maxMinutes: 30,
  responderPace: 'planning',
  responderMaxMinutes: 10,
  skill: 'firstAid',
  role: 'volunteer',
  area: '359921001000',
  by: 'compound',
  measure: 'households',
  language: 'en',
  toggled: ['lanes', 'names'],
};

describe('The address', () => {
  test('an empty address is the first visit', () => {
    expect(parseHash('')).toEqual(FirstState);
    expect(parseHash('#')).toEqual(FirstState);
  });

  test('everything that was written is read again', () => {
    expect(parseHash(`#${formatHash(Everything)}`)).toEqual(Everything);
    expect(parseHash(formatHash(FirstState))).toEqual(FirstState);
  });

  test('centre, zoom, desk, function, minutes and language are always to be seen in it', () => {
    expect(formatHash({ ...FirstState, centre: [118.5, 25.2], zoom: 14 })).toBe(
      'c=118.5,25.2&z=14&mode=layers&function=medical&minutes=15&lang=zh',
    );
  });

  test.each([
    ['c=200,25', 'centre', null],
    ['c=118.5', 'centre', null],
    ['c=118.5,25.2,3', 'centre', null],
    ['c=,', 'centre', null],
    ['c=118.5,NaN', 'centre', null],
    ['at=118.5,95', 'at', null],
    ['z=1e9', 'zoom', null],
    ['z=', 'zoom', null],
    ['mode=admin', 'desk', 'layers'],
    ['minutes=0', 'minutes', 15],
    ['minutes=7.5', 'minutes', 15],
    ['k=-1', 'k', 5],
    ['lang=fr', 'language', 'zh'],
    ['by=street', 'by', 'grid'],
    ['function=<script>', 'function', 'medical'],
  ] as const)('nonsense in "%s" leaves %s as on a first visit', (hash, field, expected) => {
    expect(parseHash(hash)[field]).toEqual(expected);
  });

  test('layer names that could not be ours are dropped, the others kept', () => {
    expect(parseHash('toggled=lanes,<b>,names').toggled).toEqual(['lanes', 'names']);
  });
});
