/** The words and looks of the pages that visitors read. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { createCharter } from '../../src/consent/charter.ts';
import { ANONYMOUS_LEVELS } from '../../src/domain/levels.ts';
import { ON_REFUSAL, PROFILES, SIGNAL_POLICIES, type Site } from '../../src/domain/site.ts';
import { charterBody, charterHead } from '../../src/http/pages/charter/charter-page.ts';
import { html, setFrenchSpaces } from '../../src/http/pages/html.ts';
import { spaced } from '../../src/http/pages/page-frame.ts';
import { type PrivacyState, privacyBody, privacyHead } from '../../src/http/pages/privacy/privacy-page.ts';
import { PAGE_LANGUAGES, type PageLanguage, sayLifetime, sayWords } from '../../src/http/pages/say-words.ts';
import { PAGE_STYLES } from '../../src/http/pages/styles.ts';
import { SITE } from '../support/reference/counting-service.ts';

const VIEW = { rightsUrl: '/privacy/example.org', jsonUrl: '/charter/example.org.json', now: 0, isOnSite: false };
const STATE: PrivacyState = {
  ...{ setUp: 'own-host', identifier: null, pasted: null, hasObjected: false, notice: null, found: null },
  ...{ charterUrl: '/charter/example.org', formUrl: '?' },
};

function charter(site: Site, language: PageLanguage): string {
  const made = createCharter(site, []);
  return spaced(charterHead(made, language).text + charterBody(made, { ...VIEW, language }).text, language);
}

function privacy(site: Site, language: PageLanguage, state: Partial<PrivacyState> = {}): string {
  return spaced(privacyHead(site, language).text + privacyBody(site, { ...STATE, ...state }, language).text, language);
}

/** Sites of every kind. */
const SITES: Site[] = [null, 'FR', 'DE', 'GB', 'US', 'ES'].flatMap((jurisdiction) =>
  PROFILES.flatMap((profile) =>
    ANONYMOUS_LEVELS.map((anonymous, index) => ({
      ...SITE,
      ...{ jurisdiction, profile, anonymous, dateFlag: index % 2 === 0 },
      onRefusal: ON_REFUSAL[index % 3] ?? 'none',
      signals: SIGNAL_POLICIES[index % 3] ?? 'ignore',
      ...(index === 3 ? { askedBy: 'nobody' as const, controller: 'A "<Town>" & Co', retentionMonths: 25 } : {}),
    })),
  ),
);

describe('pages for visitors', () => {
  it.each(PAGE_LANGUAGES)('in %s say nothing undefined, leave no place open, and claim no approval', (language) => {
    for (const site of SITES) {
      const text = charter(site, language) + privacy(site, language);
      expect(text).not.toMatch(/undefined|NaN|\{\w+\}|\[object/);
      expect(
        text.replace(/No authority has approved or certified|Aucune autorité n’a approuvé ni certifié/g, ''),
      ).not.toMatch(/certif|approuv|approved|valid(?:ated|é)|homologu/i);
      expect(text).not.toContain('<Town>');
    }
  });

  it('in French use French signs: typographic apostrophes, spaces that do not break', () => {
    for (const site of SITES) {
      const text = (charter(site, 'fr') + privacy(site, 'fr')).replace(/<[^>]*>/g, ' ');
      expect(text).not.toMatch(/\w'\w| [;!?»]|« | :(?=\s)/);
    }
  });

  it('name the law of the jurisdiction, and only there', () => {
    expect(charter({ ...SITE, jurisdiction: 'FR' }, 'fr')).toContain('article 82 de la loi Informatique et Libertés');
    expect(charter({ ...SITE, jurisdiction: 'DE' }, 'en')).toContain('article 5(3) of the ePrivacy Directive');
    expect(charter({ ...SITE, jurisdiction: null }, 'en')).not.toMatch(/article|regulation/);
    expect(privacy({ ...SITE, jurisdiction: 'FR' }, 'en')).toContain('cnil.fr');
    expect(privacy({ ...SITE, jurisdiction: 'US' }, 'en')).toContain('the law of this country applies: United States');
  });

  it('say of an exempt site that the judgment is its own', () => {
    const said = 'That is the site’s own assessment';
    expect(privacy({ ...SITE, jurisdiction: 'FR', profile: 'exempt' }, 'en')).toContain(said);
    expect(privacy({ ...SITE, jurisdiction: 'FR', profile: 'consented' }, 'en')).not.toContain(said);
  });

  it('never show the identifier that came as a cookie', () => {
    const identifier = 'V1StGXR8_Z5jdHi6B-myT';
    expect(privacy(SITE, 'en', { identifier })).not.toContain(identifier);
  });

  it('have the colours of the dashboard', () => {
    const tokens = readFileSync(join(import.meta.dirname, '../../dashboard/styles/tokens.css'), 'utf8');
    const ours = [...PAGE_STYLES.matchAll(/var\(--passant-[\w-]+,(#[0-9a-f]{6})\)/g)].map(([, colour]) => colour);
    expect(ours.length).toBeGreaterThan(20);
    expect(ours.filter((colour) => !tokens.includes(colour ?? ''))).toEqual([]);
  });
});

describe('markup', () => {
  it('escapes every value but markup of ours', () => {
    const evil = `<b title="x">'&'</b>`;
    expect(html`<p title="${evil}">${[evil, html`<i>${1}</i>`]}${null}${false}</p>`.text).toBe(
      '<p title="&#60;b title=&#34;x&#34;&#62;&#39;&#38;&#39;&#60;/b&#62;">&#60;b title=&#34;x&#34;&#62;&#39;&#38;&#39;&#60;/b&#62;<i>1</i></p>',
    );
  });

  it('sets French spaces before high punctuation only', () => {
    expect(setFrenchSpaces('Quoi ? « Oui » : non.')).toBe('Quoi\u00a0? «\u00a0Oui\u00a0»\u00a0: non.');
  });

  it('says lifetimes and declared texts in the language, else in one that there is', () => {
    expect(sayLifetime({ count: 13, unit: 'month' }, 'fr')).toBe('13\u00a0mois');
    expect(sayLifetime({ count: 1, unit: 'year' }, 'en')).toBe('1 year');
    expect(sayWords({ fr: 'Oui', en: 'Yes' }, 'en')).toEqual({ text: 'Yes', lang: null });
    expect(sayWords({ '*': 'YouTube' }, 'fr')).toEqual({ text: 'YouTube', lang: null });
    expect(sayWords({ de: 'Ja' }, 'fr')).toEqual({ text: 'Ja', lang: 'de' });
    expect(sayWords({}, 'fr')).toEqual({ text: '', lang: null });
  });
});
