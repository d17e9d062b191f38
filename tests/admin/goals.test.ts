/** What may be a goal, and which pages are its. */
import { describe, expect, it } from '@jest/globals';
import { type GoalOptions, parseGoal } from '../../src/admin/parse-goal.ts';
import { AppError } from '../../src/domain/errors.ts';
import { isPageOf } from '../../src/stats/match-text.ts';

function mistakesOf(options: GoalOptions): string[] {
  try {
    parseGoal(options);
    return [];
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'invalid') throw error;
    return error.details.map(({ path }) => path);
  }
}

describe('a goal', () => {
  it.each<[GoalOptions, object]>([
    [{ event: 'signup' }, { name: 'signup', kind: 'event', event: 'signup' }],
    [
      { event: 'signup', prop: ['plan=pro', 'from=a=b'] },
      { name: 'signup pro a=b', kind: 'event', event: 'signup', props: { plan: 'pro', from: 'a=b' } },
    ],
    [{ page: '/docs/**' }, { name: 'Visit /docs/**', kind: 'page', path: '/docs/**' }],
    [
      { page: '/a', scroll: '75' },
      { name: 'Scroll 75 % of /a', kind: 'scroll', path: '/a', depth: 75 },
    ],
    [
      { page: '/a', name: ' Read  ' },
      { name: 'Read', kind: 'page', path: '/a' },
    ],
  ])('is made of %p', (options, goal) => {
    expect(parseGoal(options)).toEqual(goal);
  });

  it.each<[GoalOptions, string[]]>([
    [{}, ['event']],
    [{ event: 'a', page: '/' }, ['event']],
    [{ event: '' }, ['event']],
    [{ event: 'x'.repeat(121), name: 'long' }, ['event']],
    [{ event: 'pageview' }, ['event']],
    [{ event: 'engagement' }, ['event']],
    [{ event: 'a', scroll: '50' }, ['scroll']],
    [{ event: 'a', prop: ['plan'] }, ['prop']],
    [{ event: 'a', prop: ['plan=a', 'plan=b'] }, ['prop']],
    [{ event: 'a', prop: Array.from({ length: 11 }, (_each, index) => `${index}=x`), name: 'many' }, ['prop']],
    [{ page: 'docs' }, ['page']],
    [{ page: `/${'x'.repeat(2000)}`, name: 'long' }, ['page']],
    [{ page: '/', scroll: '0' }, ['scroll']],
    [{ page: '/', scroll: '101' }, ['scroll']],
    [{ page: '/', scroll: '7.5' }, ['scroll']],
    [{ page: '/', prop: ['a=b'], scroll: 'all' }, ['prop', 'scroll']],
    [{ page: '/', name: ' ' }, ['name']],
  ])('is refused when made of %p', (options, paths) => {
    expect(mistakesOf(options)).toEqual(paths);
  });
});

describe('the pages of a goal', () => {
  it.each([
    ['/docs', ['/docs'], ['/docs/', '/docs?x=1', '/', 'a/docs']],
    ['/docs/*', ['/docs/', '/docs/start'], ['/docs', '/docs/a/b', '/x/docs/a']],
    ['/docs/**', ['/docs/', '/docs/a/b?c=/d'], ['/docs']],
    ['/docs**', ['/docs', '/docs/a', '/docsearch'], ['/doc']],
    ['/*/b', ['/a/b', '//b'], ['/b', '/a/a/b']],
    ['**/end', ['/end', '/a/b/end'], ['/end/', '/endless']],
    ['/a.b(c)[d]+$^|\\', ['/a.b(c)[d]+$^|\\'], ['/axb(c)[d]+$^|\\']],
    ['/é*', ['/été', '/é'], ['/e']],
  ])('%s are those that it describes', (path, pages, others) => {
    const isPage = isPageOf({ name: 'x', kind: 'page', path });
    expect([...pages, ...others].filter(isPage)).toEqual(pages);
  });

  it('are found in linear time', () => {
    const isPage = isPageOf({ name: 'x', kind: 'page', path: `/${'**a'.repeat(200)}` });
    expect(isPage(`/${'a'.repeat(1900)}b`)).toBe(false);
  });
});
