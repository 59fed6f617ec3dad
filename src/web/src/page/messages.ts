import type { Problem } from '../api/outcome.ts';
import type { Language } from '../language/language.ts';
import { problemText } from '../language/problemTexts.ts';
import { h } from './elements.ts';

/** Something is being worked out. */
export function runningMessage(language: Language): HTMLElement {
  return h(
    'div',
    { class: 'message running', role: 'status' },
    h('span', { class: 'spinner', 'aria-hidden': 'true' }),
    language.text('ask.running'),
  );
}

/** A question that has no answer, and what to do about it. */
export function problemMessage(problem: Problem, language: Language): HTMLElement {
  const { headline, lines, page } = problemText(problem, language);
  return h(
    'div',
    {
      class: 'message problem',
      role: 'alert',
      'data-problem': problem.name === '' ? String(problem.status) : problem.name,
    },
    h('strong', {}, headline),
    ...lines.map((line) => h('p', {}, line)),
    page !== '' &&
      h('a', { props: { href: page, target: '_blank', rel: 'noopener' } }, language.text('problem.page')),
  );
}

export function unreachableMessage(language: Language, again: () => void): HTMLElement {
  return h(
    'div',
    { class: 'message problem', role: 'alert', 'data-problem': 'unreachable' },
    h('strong', {}, language.text('ask.unreachable')),
    h(
      'button',
      { class: 'plain', props: { type: 'button' }, on: { click: again } },
      language.text('ask.again'),
    ),
  );
}

export function emptyMessage(words: string): HTMLElement {
  return h('div', { class: 'message empty', role: 'status' }, h('p', {}, words));
}
