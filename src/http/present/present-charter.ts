/** The cookie charter as data, in every language that it has. */
import { type Charter, cookieOf, needsConsent } from '../../consent/charter.ts';
import type { Words } from '../../domain/cookie.ts';
import { charterTexts } from '../pages/charter/texts.ts';
import { PAGE_LANGUAGES, type PageLanguage, sayLifetime } from '../pages/say-words.ts';

/** @param now UTC ms */
export function presentCharter({ site, groups }: Charter, now: number) {
  return {
    site: site.domain,
    controller: site.controller,
    contact: site.contact,
    asked_by: site.askedBy,
    drawn_at: new Date(now).toISOString(),
    cookies: groups.flatMap(({ entries }) =>
      entries.map((entry) => {
        const { name, kind, category, lifetime } = cookieOf(entry);
        const own = 'own' in entry ? entry.own : null;
        return {
          ...{ name, kind, category, needs_consent: needsConsent(entry), lifetime },
          lifetime_text: inEach((language) => sayLifetime(lifetime, language)),
          ...('declared' in entry
            ? { purpose: entry.declared.purpose, provider: entry.declared.provider, service: entry.declared.service }
            : { provider: { '*': site.controller ?? site.domain } }),
          ...(own === null
            ? {}
            : {
                purpose: inEach((language) => charterTexts(language).purposes[own.use]),
                service: inEach((language) => charterTexts(language).ownService),
                set: inEach((language) => charterTexts(language).when[own.when]),
              }),
          countries: 'declared' in entry ? entry.declared.countries : [site.hostingCountry].filter((each) => each),
          own: own !== null,
        };
      }),
    ),
  };
}

function inEach(say: (language: PageLanguage) => string): Words {
  return Object.fromEntries(PAGE_LANGUAGES.map((language) => [language, say(language)]));
}
