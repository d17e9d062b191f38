/** The question itself: purposes first, then two answers that differ in nothing but their word. */
import type { Choice, ConsentState } from '../consent/preferences.ts';
import { button, element } from './elements.ts';
import type { Texts } from './texts.ts';

export interface PanelOptions {
  texts: Texts;
  language: string;
  /** What is on record; `unset` also when a new text has to be answered. */
  state: ConsentState;
  /** Said instead of the state, such as that consent has just been withdrawn. */
  notice?: string | undefined;
  charter?: string | undefined;
  onAnswer(choice: Choice): void;
  /** The cross: a refusal while the question is open, else just a way out. */
  onClose(): void;
}

/** Builds the panel. It is no modal: the page stays usable, and the keyboard may leave it. */
export function createPanel({ texts, language, state, notice, charter, onAnswer, onClose }: PanelOptions): HTMLElement {
  const words = { unset: '', granted: texts.accepted, denied: texts.refused };
  const closeLabel = state === 'unset' ? texts.closeUnanswered : texts.close;
  const close = button('close', '×', onClose);
  close.setAttribute('aria-label', closeLabel);
  close.title = closeLabel;
  return element(
    'section',
    {
      class: 'panel',
      role: 'dialog',
      'aria-labelledby': 'title',
      'aria-describedby': 'purpose',
      tabindex: '-1',
      lang: language,
    },
    element('h2', { id: 'title' }, texts.title),
    element('p', { role: 'status' }, notice ?? words[state]),
    element('div', { id: 'purpose' }, element('p', {}, texts.purpose), element('p', {}, texts.refusal)),
    element(
      'details',
      {},
      element('summary', {}, texts.kept),
      element('ul', {}, element('li', {}, texts.keptIdentifier), element('li', {}, texts.keptChoice)),
    ),
    ...(charter ? [element('a', { href: charter }, texts.more)] : []),
    element(
      'div',
      { class: 'answers' },
      button('answer', texts.refuse, () => onAnswer('denied')),
      button('answer', texts.accept, () => onAnswer('granted')),
    ),
    close,
  );
}
