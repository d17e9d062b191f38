import { describe, expect, it } from '@jest/globals';
import { readListState, toOrder, toPage, toSearch } from '../../../dashboard/lists/list-state.ts';
import { readView } from '../../../dashboard/state/view.ts';

const COLUMNS = ['visitors', 'visits', 'bounce_rate'] as const;
const view = (search: string) => readView('/app/example.org', `?open=list:pages${search}`);
const read = (search: string) => readListState(view(search), [...COLUMNS], true);

describe('the state of a list', () => {
  it.each([
    ['', { search: '', page: 1, orderBy: 'visitors', direction: 'desc' }],
    ['&q=boots&page=3&order=visits:asc', { search: 'boots', page: 3, orderBy: 'visits', direction: 'asc' }],
    ['&order=name:asc', { orderBy: 'name', direction: 'asc' }],
    ['&order=pageviews:asc', { orderBy: 'visitors', direction: 'desc' }],
    ['&order=change:asc', { orderBy: 'change', direction: 'asc' }],
    ['&order=toString', { orderBy: 'visitors', direction: 'desc' }],
    ['&page=0', { page: 1 }],
    ['&page=-2', { page: 1 }],
    ['&page=1e9', { page: 1 }],
    ['&page=2.5', { page: 1 }],
    ['&page=two', { page: 1 }],
  ])('of %s', (search, expected) => {
    expect(read(search)).toMatchObject(expected);
  });

  it('has no order by the change where nothing is compared', () => {
    expect(readListState(view('&order=change:asc'), [...COLUMNS], false).orderBy).toBe('visitors');
  });

  it('begins on the first page when search or order change', () => {
    const third = view('&q=a&page=3&order=visits:desc');
    expect(toSearch(third, 'b')).toEqual([
      ['order', 'visits:desc'],
      ['q', 'b'],
    ]);
    expect(toOrder(third, readListState(third, [...COLUMNS], true), 'bounce_rate')).toEqual([
      ['q', 'a'],
      ['order', 'bounce_rate:desc'],
    ]);
    expect(toPage(third, 1)).toEqual([
      ['q', 'a'],
      ['order', 'visits:desc'],
    ]);
  });

  it('turns the order round at the second time', () => {
    const order = (search: string, by: 'visits' | 'name') => toOrder(view(search), read(search), by);
    expect(order('&order=visits:desc', 'visits')).toEqual([['order', 'visits:asc']]);
    expect(order('&order=visits:asc', 'visits')).toEqual([['order', 'visits:desc']]);
    expect(order('', 'name')).toEqual([['order', 'name:asc']]);
    expect(order('&order=name:asc', 'name')).toEqual([['order', 'name:desc']]);
  });
});
