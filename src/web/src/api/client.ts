import type { Outcome } from './outcome.ts';
import { readProblem } from './problems.ts';

export type Parameters = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** The address of a question, its empty parameters left out. */
export function address(path: string, parameters: Parameters = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== null && value !== undefined && value !== '') {
      query.set(name, String(value));
    }
  }

  const text = query.toString();
  return text === '' ? path : `${path}?${text}`;
}

/** Asks the server. Never throws for what can happen on a good day: a problem, no connection, a newer question. */
export async function ask<T>(
  path: string,
  parameters: Parameters,
  language: string,
  signal?: AbortSignal,
): Promise<Outcome<T>> {
  try {
    const response = await fetch(address(path, parameters), {
      headers: {
        Accept: 'application/json, application/geo+json, application/problem+json',
        'Accept-Language': language,
      },
      ...(signal ? { signal } : {}),
    });
    const body: unknown = await response.json().catch(() => null);
    if (response.ok && body !== null) {
      return { kind: 'answer', body: body as T };
    }

    return { kind: 'problem', problem: readProblem(response.status, body) };
  } catch {
    return signal?.aborted === true ? { kind: 'cancelled' } : { kind: 'unreachable' };
  }
}
