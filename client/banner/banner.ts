/** When the banner asks, what closes it, and the lasting way back to the choice. */

import css from 'passant:styles';
import * as texts from 'passant:texts';
import { adoptStyles } from '../consent/adopt-styles.ts';
import { listen, sendsPrivacySignal } from '../consent/browser.ts';
import { isSomeoneElses } from '../consent/preferences.ts';
import { announce, answersOf, readAnswers, recordAnswers, tell } from './answer.ts';
import { button, element } from './elements.ts';
import { type BannerAttributes, readCategories } from './options.ts';
import { createPanel } from './panel.ts';

type Decision = (category: string) => boolean;

const TAG = 'passant-choice';

/** Puts the banner on the page. Where the cookie belongs to another tool, that tool asks, and this one stays away. */
export function startBanner(data: BannerAttributes): void {
  if (isSomeoneElses() || document.querySelector(TAG)) return;
  const version = texts.version + (data.version ? `.${data.version}` : '');
  const text = `${version}-${texts.language}`;
  const categories = readCategories(data);
  const host = document.createElement(TAG);
  host.lang = texts.language;
  host.dir = 'ltr'; // whatever that of the page is
  host.dataset.theme = data.theme;
  const root = host.attachShadow({ mode: 'open' });
  adoptStyles(root, css);
  // Before the body: the first key press reaches it, a reader hears it before the page, no rule of the page counts it among its
  // own elements, and it stays when an application puts another body in place.
  document.body.before(host);

  let shown: HTMLElement = element('i', null);
  root.append(shown);
  let panel: HTMLElement | undefined;
  let opener: Element | null | undefined;
  let isQuestionOpen = false;

  /** Shows either the panel or the way back. */
  const show = (): void => {
    const answers = readAnswers(categories, version);
    const back = element(
      'nav',
      null,
      button('', texts.reopen, () => open('')),
    );
    // Taking a yes back costs the one click that giving it did.
    if (categories.some((name) => answers?.[name])) back.append(button('', texts.withdraw, withdraw));
    const next = panel ?? (data.button === 'none' ? element('i', null) : back);
    shown.replaceWith(next);
    shown = next;
  };
  const close = (): void => {
    panel = undefined;
    isQuestionOpen = false;
    show();
    // The button that opened the panel was made anew.
    const target = opener === host ? root.querySelector('button') : opener;
    (target as HTMLElement | null | undefined)?.focus();
  };
  const record = (isYes: Decision): void => recordAnswers(answersOf(categories, isYes), text, isQuestionOpen);
  const answer = (isYes: Decision): void => {
    record(isYes);
    close();
  };
  const leave = (): void => (isQuestionOpen ? answer(() => false) : close());
  /** @param notice undefined when nobody has asked for the panel */
  const open = (notice?: string): void => {
    const answers = readAnswers(categories, version);
    isQuestionOpen = !answers;
    opener = document.activeElement;
    panel = createPanel(data, categories, answers, notice, answer, leave);
    show();
    // Never take the keyboard away from somebody who is writing; what was asked for by a click is theirs to have.
    if (notice !== undefined || opener === document.body) panel.focus({ preventScroll: true });
  };
  const withdraw = (): void => {
    record(() => false);
    open(texts.withdrawn);
  };

  listen('keydown', (event) => {
    if ((event as KeyboardEvent).key === 'Escape' && !event.defaultPrevented && panel) leave();
  });
  listen('click', (event) => {
    const target = (event.target as Element).closest('[data-passant-choice],[data-passant-withdraw]');
    if (!target) return;
    event.preventDefault();
    if (target.matches('[data-passant-withdraw]')) withdraw();
    else open('');
  });
  const report = (action: 'asked' | 'ignored') => isQuestionOpen && tell({ action, text });
  listen('pagehide', () => report('ignored'));
  // The page is back as it was left, and asks again.
  listen('pageshow', (event) => (event as PageTransitionEvent).persisted && report('asked'));

  const answers = readAnswers(categories, version);
  if (answers) announce(answers, text);
  if (!answers && (data.signals === 'ask' || !sendsPrivacySignal())) {
    open();
    report('asked');
  } else {
    show();
  }
}
