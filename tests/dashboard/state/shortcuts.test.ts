import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createShortcuts, type Shortcuts } from '../../../dashboard/state/shortcuts.ts';

/** As much of a page as keys need: where they are pressed, and whether a sheet is open. */
class FakeElement {
  readonly matches: readonly string[];
  constructor(...matches: string[]) {
    this.matches = matches;
  }
  closest(selectors: string): FakeElement | null {
    return selectors.split(',').some((selector) => this.matches.some((each) => selector.startsWith(each)))
      ? this
      : null;
  }
}

let press: (event: object) => void;
let isSheetOpen: boolean;
let shortcuts: Shortcuts;
let done: string[];

beforeEach(() => {
  isSheetOpen = false;
  done = [];
  Object.assign(globalThis, {
    Element: FakeElement,
    document: {
      addEventListener: (_name: string, listener: (event: object) => void) => {
        press = listener;
      },
      querySelector: () => (isSheetOpen ? {} : null),
    },
  });
  shortcuts = createShortcuts();
});
afterEach(() => {
  Object.assign(globalThis, { Element: undefined, document: undefined });
});

function add(key: string, more: { name?: string; worksInSheets?: boolean; result?: unknown } = {}): () => void {
  const { name = key, worksInSheets, result } = more;
  return shortcuts.add({
    ...{ key, group: 'page', say: () => name },
    ...(worksInSheets && { worksInSheets }),
    run: () => {
      done.push(name);
      return result;
    },
  });
}

/** @returns whether the key was kept from the browser */
function type(key: string, more: object = {}): boolean {
  let isPrevented = false;
  const preventDefault = () => {
    isPrevented = true;
  };
  press({ key, target: new FakeElement('body'), preventDefault, defaultPrevented: false, ...more });
  return isPrevented;
}

describe('a shortcut', () => {
  it('is run by its key, whatever Caps Lock says, and gone with its component', () => {
    const remove = add('d');
    expect([type('d'), type('D')]).toEqual([true, true]);
    remove();
    expect(type('d')).toBe(false);
    expect(done).toEqual(['d', 'd']);
    expect(shortcuts.table.value).toEqual([]);
  });

  it.each([
    ['in a field', { target: new FakeElement('input') }],
    ['in a text of several lines', { target: new FakeElement('textarea') }],
    ['with Control', { ctrlKey: true }],
    ['with Alt', { altKey: true }],
    ['with the command key', { metaKey: true }],
    ['with Shift', { shiftKey: true }],
    ['while it is held down', { repeat: true }],
    ['while a word is composed', { isComposing: true }],
    ['when somebody else has taken it', { defaultPrevented: true }],
  ])('is not meant %s', (_where, more) => {
    add('d');
    expect(type('d', more)).toBe(false);
    expect(done).toEqual([]);
  });

  it('of a sign may need Shift', () => {
    add('?');
    expect(type('?', { shiftKey: true })).toBe(true);
  });

  it('of an arrow leaves arrows to what is moved about in', () => {
    add('ArrowLeft');
    expect(type('ArrowLeft', { target: new FakeElement('[role=tablist]') })).toBe(false);
    expect(type('ArrowLeft')).toBe(true);
  });

  it('stays below an open sheet unless it says otherwise', () => {
    isSheetOpen = true;
    add('d');
    add('/', { worksInSheets: true });
    expect([type('d'), type('/')]).toEqual([false, true]);
  });

  it('gives way to a later one of the same key', () => {
    add('x', { name: 'below' });
    const remove = add('x', { name: 'above' });
    type('x');
    remove();
    type('x');
    expect(done).toEqual(['above', 'below']);
  });

  it('leaves its key to the browser when there was nothing to do', () => {
    add('x', { result: false });
    expect(type('x')).toBe(false);
  });

  it('is off for all when they are turned off', () => {
    add('d');
    shortcuts.turn(false);
    expect(type('d')).toBe(false);
    shortcuts.turn(true);
    expect(type('d')).toBe(true);
  });
});
