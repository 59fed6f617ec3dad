import type { FieldFault, Problem } from '../api/outcome.ts';
import type { Language, TextKey } from './language.ts';

/** What a person reads when a question could not be answered. */
export interface ProblemText {
  readonly headline: string;
  readonly lines: readonly string[];
  /** The address of the server's page about the problem; empty where there is none. */
  readonly page: string;
}

/** From this status on the fault is the server's, and its number helps to find it there. */
const FirstServerFault = 500;

const FieldTexts: Readonly<Record<string, TextKey>> = {
  lon: 'field.lon',
  lat: 'field.lat',
  function: 'field.function',
  k: 'field.k',
  pace: 'field.pace',
  maxMinutes: 'field.maxMinutes',
  minutes: 'field.minutes',
  skill: 'field.skill',
  role: 'field.role',
  area: 'field.area',
  by: 'field.by',
};

const HeadlinesByName: Readonly<Record<string, TextKey>> = {
  'not-on-network': 'problem.notOnNetwork',
  'invalid-request': 'problem.validation',
  'database-unavailable': 'problem.unavailable',
  'internal-error': 'problem.internal',
};

/** For answers that are no problem documents, as a proxy in between gives them. */
const HeadlinesByStatus: Readonly<Record<number, TextKey>> = {
  401: 'problem.denied',
  403: 'problem.denied',
  404: 'problem.notFound',
  429: 'problem.tooMany',
  500: 'problem.internal',
  502: 'problem.unavailable',
  503: 'problem.unavailable',
  504: 'problem.unavailable',
};

/** Puts a problem into words: our own where we know the problem, else the server's, else what its status says. */
export function problemText(problem: Problem, language: Language): ProblemText {
  return { headline: headline(problem, language), lines: lines(problem, language), page: problem.page };
}

function headline(problem: Problem, language: Language): string {
  const key =
    HeadlinesByName[problem.name] ??
    (problem.title === '' ? (HeadlinesByStatus[problem.status] ?? 'problem.unnamed') : null);
  return key === null ? problem.title : language.text(key, { status: problem.status });
}

function lines(problem: Problem, language: Language): string[] {
  const found = problem.faults.map((fault) => faultText(fault, language));
  if (problem.name === 'not-on-network') {
    const nearest = problem.values['nearestMetres'];
    const limit = problem.values['limitMetres'];
    if (typeof nearest === 'number') {
      found.push(language.text('problem.notOnNetwork.distance', { metres: language.distance(nearest) }));
    }

    if (typeof limit === 'number') {
      found.push(language.text('problem.notOnNetwork.hint', { limit: language.distance(limit) }));
    }
  }

  if (found.length === 0 && problem.detail !== '') {
    found.push(problem.detail);
  }

  if (problem.traceId !== '' && problem.status >= FirstServerFault) {
    found.push(language.text('problem.trace', { trace: problem.traceId }));
  }

  return found;
}

function faultText(fault: FieldFault, language: Language): string {
  const key = FieldTexts[fault.field];
  const field = key === undefined ? fault.field : language.text(key);
  const sentence =
    fault.found === ''
      ? language.text('problem.fieldMissing', { field, allowed: fault.allowed })
      : language.text('problem.field', { field, found: fault.found, allowed: fault.allowed });
  return fault.hint === '' ? sentence : `${sentence} ${fault.hint}`;
}
