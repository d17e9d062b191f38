/** The visitor's rights on the site's own page: there the identifier is at hand, and the mark of an objection is found again. */

import { button, element } from '../banner/elements.ts';
import { adoptStyles } from '../consent/adopt-styles.ts';
import { hasObjected } from '../consent/objection.ts';
import { forgetConsent, markObjection, readIdentifier, removeIdentifier, unmarkObjection } from './device.ts';
import { createService, type Stored } from './service.ts';
import { CSS } from './styles.ts';
import { type Texts, textsFor } from './texts.ts';

export interface RightsOptions {
  site: string;
  language: string;
  /** Address of the script. */
  base: string;
  theme: string | undefined;
}

/** Visits that are shown; the file has all of them. */
const MOST_VISITS = 20;

export function showRights(place: HTMLElement, { site, language: wanted, base, theme }: RightsOptions): void {
  const { language, texts } = textsFor(wanted);
  const service = createService(site, base);
  const host = document.createElement('passant-rights');
  if (theme) host.dataset.theme = theme;
  const root = host.attachShadow({ mode: 'open' });
  adoptStyles(root, CSS);
  const status = element('p', { role: 'status' });
  const found = element('div', {});
  const object = element('div', { class: 'object' });
  const say = (sentence: string): void => {
    status.textContent = sentence;
  };

  /** What a click does; a service that does not answer is said, and nothing is thrown into the page. */
  const attempt = (work: () => Promise<string>) => (): void => {
    found.replaceChildren();
    work().then(say, () => say(texts.failed));
  };
  const access = async (): Promise<Stored | null> => {
    try {
      return await service.access(readIdentifier());
    } catch (error) {
      // Without an identifier, in a cookie or here, there is nothing to ask about.
      if (!readIdentifier() && String(error).includes('400')) return null;
      throw error;
    }
  };
  const see = attempt(async () => {
    const stored = await access();
    if (stored === null) return texts.nobody;
    if (!stored.known) return texts.nothing;
    found.replaceChildren(...describe(stored, texts, language));
    return texts.summary(stored.visits.length);
  });
  const download = attempt(async () => {
    const stored = await access();
    if (stored === null) return texts.nobody;
    const url = URL.createObjectURL(new Blob([JSON.stringify(stored, null, 2)], { type: 'application/json' }));
    element('a', { href: url, download: `${site}.json` }).click();
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
    return '';
  });
  /** The service first: what it could not erase must stay in the visitor's hand. */
  const erase = (keepsConsent: boolean, done: string) =>
    attempt(async () => {
      const id = readIdentifier();
      if (id) await service.erase(id, keepsConsent);
      removeIdentifier();
      if (!keepsConsent) forgetConsent();
      return id || !keepsConsent ? done : texts.nobody;
    });
  const objectNow = attempt(async () => {
    if (!markObjection()) return texts.blocked; // before anything else: it is what was asked for
    showObjection();
    await service.object(readIdentifier());
    removeIdentifier();
    forgetConsent();
    return texts.hasObjected;
  });
  const countAgain = attempt(async () => {
    unmarkObjection();
    showObjection();
    return texts.countedAgain;
  });
  const showObjection = (): void => {
    const isOut = hasObjected();
    object.replaceChildren(
      element('p', {}, isOut ? texts.objected : `${texts.counted} ${texts.objectText}`),
      isOut ? button('', texts.again, countAgain) : button('main', texts.object, objectNow),
    );
  };

  showObjection();
  root.append(
    element(
      'section',
      { lang: language, 'aria-labelledby': 'title' },
      element('h2', { id: 'title' }, texts.title),
      element(
        'div',
        { class: 'actions' },
        button('', texts.see, see),
        button('', texts.download, download),
        button('', texts.withdraw, erase(false, texts.withdrawn)),
        element(
          'details',
          {},
          element('summary', { class: 'grave' }, texts.erase),
          element('p', {}, texts.sure),
          element('div', {}, button('grave', texts.really, erase(true, texts.erased))),
        ),
      ),
      status,
      found,
      object,
    ),
  );
  place.replaceChildren(host);
}

function describe({ consent_receipts: receipts, visits }: Stored, texts: Texts, language: string): Node[] {
  const say = (time: string) =>
    new Date(time).toLocaleString(language === 'fr' ? 'fr-FR' : 'en-GB', { dateStyle: 'long', timeStyle: 'short' });
  const newest = [...visits].reverse().slice(0, MOST_VISITS);
  return [
    ...receipts.map(({ minute }) => element('p', {}, `${texts.accepted} ${say(minute)}`)),
    ...(newest.length < visits.length ? [element('p', {}, texts.newest(newest.length))] : []),
    element(
      'ul',
      {},
      ...newest.map(({ started_at, pageviews, entry_page }) =>
        element('li', {}, `${say(started_at)} · ${texts.pages(pageviews)} · ${entry_page}`),
      ),
    ),
  ];
}
