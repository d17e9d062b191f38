import { describe, expect, it } from '@jest/globals';
import { readGround } from '../../../dashboard/shared/ground.ts';
import { targetsOf } from '../../../dashboard/shared/use-told-height.ts';
import { embedCode, readOrigins } from '../../../dashboard/sharing/embed-code.ts';
import { writePeriod } from '../../../dashboard/state/view.ts';

describe('a frame', () => {
  it('is one line of code that says language, colours and what it is', () => {
    const asked = writePeriod({ from: '2026-03-01', to: '2026-03-30' });
    const code = embedCode('https://c.example/share/x', { asked, language: 'fr', theme: 'dark', title: 'Chiffres' });
    expect(code).toBe(
      '<iframe src="https://c.example/share/x/embed?period=custom&amp;from=2026-03-01&amp;to=2026-03-30&amp;lang=fr&amp;theme=dark" title="Chiffres" loading="lazy" style="width: 100%; height: 60rem; border: 0; color-scheme: dark"></iframe>',
    );
  });

  it.each([
    ['https://www.example.org/\n http://localhost:8080', ['https://www.example.org', 'http://localhost:8080']],
    ['https://a.example https://a.example', ['https://a.example']],
    ['', null],
    ['example.org', null],
    ['javascript:alert(1)', null],
    ['https://*.example', null],
  ])('is held by the origins of %j', (text, origins) => {
    expect(readOrigins(text)).toEqual(origins);
  });

  it.each([
    ['?background=transparent', 'transparent'],
    ['?background=FFFFFF', '#FFFFFF'],
    ['?background=url(x)', null],
    ['?background=ffffg', null],
    ['', null],
  ])('has the ground that %j asks for', (search, ground) => {
    expect(readGround(search)).toBe(ground);
  });

  it.each([
    ['any' as const, 'https://a.example/page', ['*']],
    [['https://a.example', 'https://b.example'], 'https://a.example/page', ['https://a.example']],
    [['https://a.example', 'https://b.example'], '', ['https://a.example', 'https://b.example']],
    [['https://a.example'], 'https://evil.example/', ['https://a.example']],
  ])('tells its height to %j on %j', (embedding, referrer, targets) => {
    expect(targetsOf(embedding, referrer)).toEqual(targets);
  });
});
