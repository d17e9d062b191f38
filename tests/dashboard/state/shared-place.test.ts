import { describe, expect, it } from '@jest/globals';
import {
  readSharedPlace,
  routeRequest,
  toOfficeAddress,
  toSharedHref,
  withLanguage,
} from '../../../dashboard/state/shared-place.ts';
import { readView, writeView } from '../../../dashboard/state/view.ts';

const PLACE = { key: 'a-token', isEmbedded: false };

describe('a shared page', () => {
  it.each([
    ['/app/example.org', null],
    ['/share/example.org', { key: 'example.org', isEmbedded: false }],
    ['/share/a-token/embed', { key: 'a-token', isEmbedded: true }],
    ['/shared/x', null],
  ])('is known by its address: %s', (pathname, place) => {
    expect(readSharedPlace(pathname)).toEqual(place);
  });

  it.each([
    ['/app/api/v2/query', '/share/a-token/embed', '/share/a-token/api/v2/query'],
    ['/app/api/v2/query', '/app/example.org', '/app/api/v2/query'],
    ['/app/assets/world.json', '/share/a-token', '/app/assets/world.json'],
  ])('asks its own link: %s on %s', (path, pathname, asked) => {
    expect(routeRequest(path, pathname)).toBe(asked);
  });

  it('has the views of the back office under its own address, and keeps what the reader has chosen', () => {
    const search = '?period=28d&filter=is~event:page~/a%26b&lang=fr&theme=dark';
    const at = toOfficeAddress('shop.example', search);
    const view = readView(at.pathname, at.search);
    expect(view).toMatchObject({ domain: 'shop.example', own: [] });
    const href = toSharedHref(writeView(view), PLACE, search);
    expect(href).toBe('/share/a-token?period=28d&filter=is~event:page~/a%26b&lang=fr&theme=dark');
    expect(toSharedHref(writeView(view), { ...PLACE, isEmbedded: true }, '')).toMatch(
      /^\/share\/a-token\/embed\?period/,
    );
  });

  it('says its language in the address', () => {
    expect(withLanguage({ pathname: '/share/x', search: '?period=7d&lang=en' }, 'fr')).toBe(
      '/share/x?period=7d&lang=fr',
    );
  });
});
