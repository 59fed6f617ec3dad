import type { LonLat } from '../api/shapes.ts';
import { Breakdowns, DeskKeys, FirstState, Languages, Measures, type PageState } from './pageState.ts';

const Word = /^[A-Za-z0-9:_-]{1,40}$/;
const PositionDecimals = 6;

/** Reads the part of an address behind the `#`. What is missing or makes no sense is as on a first visit. */
export function parseHash(hash: string): PageState {
  const query = new URLSearchParams(hash.replace(/^#/, ''));
  return {
    centre: position(query.get('c')),
    zoom: numberBetween(query.get('z'), 3, 22),
    desk: oneOf(query.get('mode'), DeskKeys, FirstState.desk),
    at: position(query.get('at')),
    function: word(query.get('function'), FirstState.function),
    minutes: whole(query.get('minutes'), 1, 60) ?? FirstState.minutes,
    pace: word(query.get('pace'), FirstState.pace),
    k: whole(query.get('k'), 1, 50) ?? FirstState.k,
    maxMinutes: whole(query.get('max'), 1, 60) ?? FirstState.maxMinutes,
    responderPace: word(query.get('rpace'), FirstState.responderPace),
    responderMaxMinutes: whole(query.get('rmax'), 1, 60) ?? FirstState.responderMaxMinutes,
    skill: word(query.get('skill'), FirstState.skill),
    role: word(query.get('role'), FirstState.role),
    area: word(query.get('area'), FirstState.area),
    by: oneOf(query.get('by'), Breakdowns, FirstState.by),
    measure: oneOf(query.get('of'), Measures, FirstState.measure),
    language: oneOf(query.get('lang'), Languages, FirstState.language),
    toggled: (query.get('toggled') ?? '').split(',').filter((text) => Word.test(text)),
  };
}

/** Writes the state for an address, without `#`: the place always, the rest where it differs from a first visit. */
export function formatHash(state: PageState): string {
  const query = new URLSearchParams();
  const put = (name: string, value: string | number, first: string | number): void => {
    if (value !== first) {
      query.set(name, String(value));
    }
  };

  if (state.centre !== null && state.zoom !== null) {
    query.set('c', formatPosition(state.centre));
    query.set('z', String(Math.round(state.zoom * 100) / 100));
  }

  query.set('mode', state.desk);
  if (state.at !== null) {
    query.set('at', formatPosition(state.at));
  }

  query.set('function', state.function);
  query.set('minutes', String(state.minutes));
  put('pace', state.pace, FirstState.pace);
  put('k', state.k, FirstState.k);
  put('max', state.maxMinutes, FirstState.maxMinutes);
  put('rpace', state.responderPace, FirstState.responderPace);
  put('rmax', state.responderMaxMinutes, FirstState.responderMaxMinutes);
  put('skill', state.skill, FirstState.skill);
  put('role', state.role, FirstState.role);
  put('area', state.area, FirstState.area);
  put('by', state.by, FirstState.by);
  put('of', state.measure, FirstState.measure);
  put('toggled', state.toggled.join(','), '');
  query.set('lang', state.language);
  return query.toString().replaceAll('%2C', ',').replaceAll('%3A', ':');
}

function formatPosition([lon, lat]: LonLat): string {
  const round = (degrees: number): string => String(Number(degrees.toFixed(PositionDecimals)));
  return `${round(lon)},${round(lat)}`;
}

function position(text: string | null): LonLat | null {
  const parts = text?.split(',') ?? [];
  const lon = numberBetween(parts[0] ?? null, -180, 180);
  const lat = numberBetween(parts[1] ?? null, -85, 85);
  return parts.length === 2 && lon !== null && lat !== null ? [lon, lat] : null;
}

function numberBetween(text: string | null, least: number, most: number): number | null {
  const value = text === null || text.trim() === '' ? NaN : Number(text);
  return value >= least && value <= most ? value : null;
}

function whole(text: string | null, least: number, most: number): number | null {
  const value = numberBetween(text, least, most);
  return value !== null && Number.isInteger(value) ? value : null;
}

function word(text: string | null, first: string): string {
  return text !== null && Word.test(text) ? text : first;
}

function oneOf<T extends string>(text: string | null, allowed: readonly T[], first: T): T {
  return allowed.find((value) => value === text) ?? first;
}
