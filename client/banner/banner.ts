/** When the banner asks, what closes it, and the lasting way back to the choice. */
import { adoptStyles } from '../consent/adopt-styles.ts';
import { listen, sendsPrivacySignal } from '../consent/browser.ts';
import { type Choice, isSomeoneElses } from '../consent/preferences.ts';
import { currentChoice, needsAnswer, recordAnswer, tell } from './answer.ts';
import { button, element } from './elements.ts';
import type { BannerOptions } from './options.ts';
import { createPanel } from './panel.ts';
import { CSS } from './styles.ts';
import { textsFor } from './texts.ts';

/** Puts the banner on the page. Where the cookie belongs to another tool, that tool asks, and this one stays away. */
export function startBanner({
  language: wanted,
  version,
  charter,
  theme,
  hasButton,
  asksDespiteSignal,
}: BannerOptions): void {
  if (isSomeoneElses()) return;
  const { language, texts } = textsFor(wanted);
  const text = `${version}-${language}`;
  const host = document.createElement('passant-choice');
  if (theme) host.dataset.theme = theme;
  const root = host.attachShadow({ mode: 'open' });
  adoptStyles(root, CSS);
  /** First in the body: the first key press reaches it, and a reader hears it before the page. */
  document.body.prepend(host);

  let panel: HTMLElement | undefined;
  let back: HTMLElement | undefined;
  let opener: HTMLElement | undefined;
  let isQuestionOpen = false;

  const showBack = (): void => {
    back?.remove();
    if (!hasButton || panel) return;
    back = element(
      'div',
      { class: 'back', lang: language },
      button('', texts.reopen, () => open()),
    );
    // Taking a yes back costs the one click that giving it did.
    if (currentChoice() === 'granted') back.append(button('', texts.withdraw, withdraw));
    root.append(back);
  };
  const close = (): void => {
    panel?.remove();
    panel = undefined;
    isQuestionOpen = false;
    showBack();
    // The button that opened the panel may have been made anew meanwhile.
    const target = opener?.isConnected ? opener : opener && back?.querySelector('button');
    target?.focus();
    opener = undefined;
  };
  const answer = (choice: Choice): void => {
    recordAnswer(choice, text);
    close();
  };
  const open = (notice?: string): void => {
    panel?.remove();
    const active = root.activeElement ?? document.activeElement;
    const isNobodyTyping = !active || active === document.body || active === host;
    if (active instanceof HTMLElement && active !== document.body) opener = active;
    back?.remove();
    isQuestionOpen = needsAnswer(version);
    panel = createPanel({
      texts,
      language,
      state: isQuestionOpen ? 'unset' : currentChoice(),
      notice,
      charter,
      onAnswer: answer,
      onClose: () => (isQuestionOpen ? answer('denied') : close()),
    });
    root.append(panel);
    // Never take the keyboard away from somebody who is writing; what was asked for by a click is theirs to have.
    if (isNobodyTyping || !isQuestionOpen || opener !== active) panel.focus({ preventScroll: true });
  };
  const withdraw = (): void => {
    recordAnswer('denied', text);
    open(texts.withdrawn);
  };

  listen('keydown', (event) => {
    if ((event as KeyboardEvent).key !== 'Escape' || event.defaultPrevented || !panel) return;
    if (isQuestionOpen) answer('denied');
    else close();
  });
  listen('click', (event) => {
    const target = (event.target as Element).closest('[data-passant-choice],[data-passant-withdraw]');
    if (!target) return;
    event.preventDefault();
    if (target.matches('[data-passant-withdraw]')) withdraw();
    else open();
  });
  listen('pagehide', () => {
    if (isQuestionOpen) tell({ action: 'ignored', text });
  });

  const mayAsk = needsAnswer(version) && (asksDespiteSignal || !sendsPrivacySignal());
  if (mayAsk) {
    open();
    tell({ action: 'asked', text });
  } else {
    showBack();
  }
}
