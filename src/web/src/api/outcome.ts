/** One field of a question that the server would not take. */
export interface FieldFault {
  readonly field: string;
  /** The value that came; empty where the field was missing. */
  readonly found: string;
  /** What would have been accepted, in the language asked for. */
  readonly allowed: string;
  readonly hint: string;
}

/** What the server says when it can not answer (RFC 9457), as far as a person needs it. */
export interface Problem {
  /** The last part of the problem's address, for example `not-on-network`; empty where there is none. */
  readonly name: string;
  /** The address of the page that explains the problem; empty where there is none. */
  readonly page: string;
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly faults: readonly FieldFault[];
  /** The number under which the server wrote its own failure down; empty otherwise. */
  readonly traceId: string;
  /** Numbers and words that came beside the standard members, for the texts. */
  readonly values: Readonly<Record<string, string | number>>;
}

/** How a question to the server ends. */
export type Outcome<T> =
  | { readonly kind: 'answer'; readonly body: T }
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'cancelled' };
