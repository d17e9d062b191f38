/** Keyboard shortcuts: a table that components add to with `useShortcut` while they are on the page, and one listener for all. */
import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Texts } from '../i18n/en/texts.ts';

export type ShortcutGroup = keyof Texts['shortcuts']['groups'];

export interface Shortcut {
  /** What it does, for the help sheet. */
  say: (texts: Texts) => string;
  group: ShortcutGroup;
  /** As `KeyboardEvent.key` tells it; letters in small. */
  key: string;
  /** Also while a sheet is open; otherwise what is below it stays as it is. */
  worksInSheets?: boolean;
  /** @returns false when there was nothing to do: the key is then the browser's */
  run: () => unknown;
}

export interface Shortcuts {
  /** Those of the components on the page, in the order in which they came. */
  table: ReadonlySignal<readonly Shortcut[]>;
  /** Whether keys are heard; kept nowhere but in this page's memory. */
  isOn: ReadonlySignal<boolean>;
  turn(isOn: boolean): void;
  /** @returns takes it away again */
  add(shortcut: Shortcut): () => void;
}

export function createShortcuts(): Shortcuts {
  const all: Signal<readonly Shortcut[]> = signal([]);
  const isOn = signal(true);
  document.addEventListener('keydown', (event) => {
    if (!isOn.value || !isForUs(event)) return;
    const isSheetOpen = document.querySelector('dialog[open]') !== null;
    // The latest one first: a sheet may take a key from the page below.
    const found = all.value.findLast(
      ({ key, worksInSheets }) => key === keyOf(event) && (!isSheetOpen || worksInSheets === true),
    );
    if (found !== undefined && found.run() !== false) event.preventDefault();
  });
  return {
    table: computed(() => all.value),
    isOn,
    turn: (value) => {
      isOn.value = value;
    },
    add: (shortcut) => {
      all.value = [...all.value, shortcut];
      return () => {
        all.value = all.value.filter((each) => each !== shortcut);
      };
    },
  };
}

/** Where keys have a meaning of their own: fields, and for arrows everything that is moved about in. */
const FIELDS =
  'input:not([type=checkbox],[type=radio],[type=button]),textarea,select,[contenteditable]:not([contenteditable=false])';
const MOVED_IN =
  '[role=tablist],[role=listbox],[role=menu],[role=radiogroup],[role=slider],[role=grid],[role=tree],[role=application],[type=radio],canvas[tabindex],.sheet';

type Pressed = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing'> &
  Pick<KeyboardEvent, 'defaultPrevented' | 'repeat' | 'target'>;

function isForUs(event: Pressed): boolean {
  if (event.defaultPrevented || event.isComposing || event.repeat) return false;
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  // Shift makes a capital, or a sign of its own such as the question mark.
  if (event.shiftKey && /^(\p{L}|Arrow\w+)$/u.test(event.key)) return false;
  const { target } = event;
  if (!(target instanceof Element)) return true;
  if (target.closest(FIELDS) !== null) return false;
  return !event.key.startsWith('Arrow') || target.closest(MOVED_IN) === null;
}

function keyOf({ key }: Pick<KeyboardEvent, 'key'>): string {
  return key.length === 1 ? key.toLowerCase() : key;
}
