/** The question itself: purposes first, then two answers that differ in nothing but their word. */
import * as texts from 'passant:texts';
import type { Answers } from './answer.ts';
import { button, element } from './elements.ts';
import type { BannerAttributes } from './options.ts';

/**
 * Builds the panel. It is no modal: the page stays usable, and the keyboard may leave it.
 * @param categories keys of what is asked for, `statistics` first; words for the others are in `data`
 * @param answers what is on record; nothing while the question is open
 * @param notice said instead of what is on record, such as that consent has just been withdrawn
 * @param onClose of the cross: a refusal while the question is open, else just a way out
 */
export function createPanel(
  data: BannerAttributes,
  categories: readonly string[],
  answers: Answers | undefined,
  notice: string | undefined,
  onAnswer: (isYes: (category: string) => boolean) => void,
  onClose: () => void,
): HTMLElement {
  const hasOthers = !!categories[1];
  const isYes = (category: string) => answers?.[category];
  const state = categories.every(isYes) ? texts.accepted : categories.some(isYes) ? '' : texts.refused;
  const row = (words: string, name = ''): HTMLElement => {
    if (!hasOthers) return element('p', null, words);
    const box = element('input', { type: 'checkbox', name });
    // Nothing is ticked before somebody has said so; what is necessary is no question.
    box.disabled = !name;
    box.checked = !name || !!isYes(name);
    return element('label', null, box, words);
  };
  const details: HTMLElement = element(
    'details',
    // Every purpose is to be read before an answer is given.
    hasOthers ? { open: '' } : null,
    element('summary', null, texts.kept),
    row(texts.necessary),
    ...categories.map((name) => row(name === 'statistics' ? texts.statistics : data[name] || name, name)),
    ...(hasOthers
      ? [
          button('', texts.save, () =>
            onAnswer((name) => !!details.querySelector<HTMLInputElement>(`[name=${name}]`)?.checked),
          ),
        ]
      : []),
  );
  const close = button('', '×', onClose);
  close.setAttribute('aria-label', answers ? texts.close : texts.closeUnanswered);
  return element(
    'section',
    { role: 'dialog', 'aria-labelledby': 't', 'aria-describedby': 'p', tabindex: '-1' },
    element('h2', { id: 't' }, hasOthers ? texts.titleMany : texts.title),
    element('b', { role: 'status' }, notice || (answers ? state : '')),
    element('p', { id: 'p' }, texts.purpose),
    element('p', null, texts.refusal, hasOthers ? '' : ` ${texts.same}`),
    details,
    data.charter ? element('a', { href: data.charter }, texts.more) : '',
    element(
      'div',
      null,
      button('', hasOthers ? texts.refuseAll : texts.refuse, () => onAnswer(() => false)),
      button('', hasOthers ? texts.acceptAll : texts.accept, () => onAnswer(() => true)),
    ),
    close,
  );
}
