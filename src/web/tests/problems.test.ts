import { describe, expect, test } from 'vitest';
import { readProblem } from '../src/api/problems.ts';
import { Language } from '../src/language/language.ts';
import { problemText } from '../src/language/problemTexts.ts';

const chinese = new Language('zh');
const english = new Language('en');

describe('A problem', () => {
  test('far from every way says how far, and how near one has to click', () => {
    const problem = readProblem(422, {
      type: '/problems/not-on-network',
      title: '附近没有步行道路',
      status: 422,
      detail: '最近的道路在 1240 米外。',
      nearestMetres: 1240.4,
      limitMetres: 300,
    });

    expect(problem.name).toBe('not-on-network');
    expect(problemText(problem, chinese)).toEqual({
      headline: '这里离步行路网太远,没有可以计算的步行路线。',
      lines: ['最近的步行道路在 1.2 公里 外。', '请点击靠近道路的位置(不超过 300 米)。'],
      page: '/problems/not-on-network',
    });
  });

  test('of fields names each field, what was found and what is allowed', () => {
    const problem = readProblem(400, {
      type: '/problems/invalid-request',
      title: 'Invalid request',
      errors: [
        { field: 'minutes', found: '500', allowed: '1 to 60' },
        { field: 'function', found: null, allowed: 'medical, food' },
        { field: 'datum', found: 'gcj2', allowed: 'gcj02', hint: 'Did you mean gcj02?' },
      ],
    });

    expect(problemText(problem, english).lines).toEqual([
      '“Within” is 500; allowed: 1 to 60.',
      '“Service” is missing; allowed: medical, food.',
      '“datum” is gcj2; allowed: gcj02. Did you mean gcj02?',
    ]);
  });

  test('that we have no words for speaks with the words of the server', () => {
    const problem = readProblem(409, {
      type: '/problems/empty-map',
      title: '地图是空的',
      detail: '没有步行道路。',
    });

    expect(problemText(problem, chinese)).toEqual({
      headline: '地图是空的',
      lines: ['没有步行道路。'],
      page: '/problems/empty-map',
    });
  });

  test('of the server itself shows the number under which it was written down', () => {
    const problem = readProblem(500, {
      type: '/problems/internal-error',
      title: 'x',
      detail: 'y',
      traceId: '00-ab',
    });

    expect(problemText(problem, english).lines).toContain('Number 00-ab');
    expect(problemText({ ...problem, status: 422 }, english).lines).not.toContain('Number 00-ab');
  });

  test.each([
    [502, '数据库或数据暂时不可用,请稍后再试。'],
    [404, '没有找到所问的对象。'],
    [418, '服务器没有给出答案(状态 418)。'],
  ])('that is no problem document at all still reads well (status %d)', (status, headline) => {
    for (const document of [null, '<html>', 7, [], { errors: 'x' }]) {
      expect(problemText(readProblem(status, document), chinese)).toEqual({ headline, lines: [], page: '' });
    }
  });

  test('with an address outside our own is not linked to', () => {
    expect(readProblem(400, { type: 'https://elsewhere.example/problems/x' }).page).toBe('');
    expect(readProblem(400, { type: 'about:blank' }).name).toBe('');
  });
});
