import { choice, segments, type Option } from '../page/elements.ts';
import type { DeskRoom } from '../page/desk.ts';

const Counts = [1, 3, 5, 10, 20];
const LongestWalks = [5, 10, 15, 20, 30, 45, 60];

function withPresent(values: readonly number[], present: number): number[] {
  return values.includes(present) ? [...values] : [...values, present].sort((a, b) => a - b);
}

export function functionField({ catalogue, language, store }: DeskRoom): HTMLElement {
  return choice(
    language.text('field.function'),
    catalogue.functions.map((word) => ({ value: word.key, label: language.of(word) })),
    store.current.function,
    'function',
    (value) => {
      store.set({ function: value });
    },
  );
}

export function paceField(
  { catalogue, language, store }: DeskRoom,
  field: 'pace' | 'responderPace' = 'pace',
): HTMLElement {
  return choice(
    language.text('field.pace'),
    catalogue.paces.map((pace) => ({
      value: pace.name,
      label: language.text('field.paceOption', { name: language.of(pace), speed: pace.metresPerSecond }),
    })),
    store.current[field],
    'pace',
    (value) => {
      store.set({ [field]: value });
    },
  );
}

export function countField({ language, store }: DeskRoom): HTMLElement {
  return choice(
    language.text('field.k'),
    withPresent(Counts, store.current.k).map((n) => ({ value: String(n), label: String(n) })),
    String(store.current.k),
    'k',
    (value) => {
      store.set({ k: Number(value) });
    },
  );
}

export function longestWalkField(
  { language, store }: DeskRoom,
  field: 'maxMinutes' | 'responderMaxMinutes' = 'maxMinutes',
): HTMLElement {
  return choice(
    language.text('field.maxMinutes'),
    withPresent(LongestWalks, store.current[field]).map((n) => ({
      value: String(n),
      label: language.text('unit.minutes', { n }),
    })),
    String(store.current[field]),
    'maxMinutes',
    (value) => {
      store.set({ [field]: Number(value) });
    },
  );
}

export function minutesField({ language, store }: DeskRoom): HTMLElement {
  return segments(
    language.text('field.minutes'),
    withPresent([5, 10, 15], store.current.minutes).map((n) => ({
      value: String(n),
      label: language.text('unit.minutes', { n }),
    })),
    String(store.current.minutes),
    'minutes',
    (value) => {
      store.set({ minutes: Number(value) });
    },
  );
}

export function skillField({ catalogue, language, store }: DeskRoom): HTMLElement {
  return choice(
    language.text('field.skill'),
    anyOr(
      language.text('field.any'),
      catalogue.skills.map((word) => ({ value: word.key, label: language.of(word) })),
    ),
    store.current.skill,
    'skill',
    (value) => {
      store.set({ skill: value });
    },
  );
}

export function roleField({ catalogue, language, store }: DeskRoom): HTMLElement {
  return choice(
    language.text('field.role'),
    anyOr(
      language.text('field.any'),
      catalogue.roles.map((word) => ({ value: word.key, label: language.of(word) })),
    ),
    store.current.role,
    'role',
    (value) => {
      store.set({ role: value });
    },
  );
}

function anyOr(any: string, options: readonly Option[]): readonly Option[] {
  return [{ value: '', label: any }, ...options];
}
