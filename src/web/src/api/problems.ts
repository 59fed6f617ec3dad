import type { FieldFault, Problem } from './outcome.ts';

const StandardMembers = new Set(['type', 'title', 'status', 'detail', 'instance', 'errors', 'traceId']);
const PagePrefix = '/problems/';

/** Reads a problem document; whatever is missing or of another shape becomes an empty text. */
export function readProblem(status: number, document: unknown): Problem {
  const members = isRecord(document) ? document : {};
  const type = text(members['type']);
  const values: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(members)) {
    if (!StandardMembers.has(name) && (typeof value === 'number' || typeof value === 'string')) {
      values[name] = value;
    }
  }

  return {
    name: type.startsWith(PagePrefix) ? type.slice(PagePrefix.length) : '',
    page: type.startsWith(PagePrefix) ? type : '',
    status,
    title: text(members['title']),
    detail: text(members['detail']),
    faults: readFaults(members['errors']),
    traceId: text(members['traceId']),
    values,
  };
}

function readFaults(errors: unknown): FieldFault[] {
  return Array.isArray(errors)
    ? errors.filter(isRecord).map((entry) => ({
        field: text(entry['field']),
        found: text(entry['found']),
        allowed: text(entry['allowed']),
        hint: text(entry['hint']),
      }))
    : [];
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
