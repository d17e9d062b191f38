/** A button that opens a small sheet, perhaps by a key too; Escape, a click elsewhere or leaving it with the keyboard closes it. */
import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Shortcut } from '../state/shortcuts.ts';
import { useShortcut } from '../state/use-shortcut.ts';
import { ChevronIcon } from './icons.tsx';
import { moveFocus } from './move-focus.ts';

interface MenuProps {
  /** What the button shows; with an icon alone give `name` too. */
  label: ComponentChildren;
  name?: string;
  isIcon?: boolean;
  align?: 'start' | 'end';
  /** The key that opens it. */
  shortcut?: Omit<Shortcut, 'run'>;
  children: (close: () => void) => ComponentChildren;
}

export function Menu({ label, name, isIcon = false, align = 'start', shortcut, children }: MenuProps) {
  const [isOpen, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const sheet = useRef<HTMLDivElement>(null);
  const wasOpenedByKey = useRef(false);
  const id = useId();
  useShortcut(
    {
      ...(shortcut ?? { key: '', group: 'page', say: () => '' }),
      run: () => {
        wasOpenedByKey.current = true;
        setOpen(true);
      },
    },
    shortcut !== undefined,
  );
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };

  // Before the next key is heard: whoever types fast is not overtaken.
  useLayoutEffect(() => {
    if (!isOpen) return;
    if (wasOpenedByKey.current) firstStop(sheet.current)?.focus();
    wasOpenedByKey.current = false;
    const onPointer = ({ target }: PointerEvent) => {
      if (target instanceof Node && !root.current?.contains(target)) setOpen(false);
    };
    const onKey = (event: KeyboardEvent) => {
      if (sheet.current !== null) moveFocus(event, sheet.current, '.choices a, .choices button');
      if (event.key !== 'Escape') return;
      // It closes the menu, and not the sheet around it.
      event.preventDefault();
      setOpen(false);
      button.current?.focus();
    };
    const onFocus = ({ target }: FocusEvent) => {
      if (target instanceof Node && !root.current?.contains(target)) setOpen(false);
    };
    document.addEventListener('pointerdown', onPointer);
    document.addEventListener('keydown', onKey);
    document.addEventListener('focusin', onFocus);
    return () => {
      document.removeEventListener('pointerdown', onPointer);
      document.removeEventListener('keydown', onKey);
      document.removeEventListener('focusin', onFocus);
    };
  }, [isOpen]);

  return (
    <div class="menu" ref={root}>
      <button
        type="button"
        ref={button}
        class={isIcon ? 'icon-button' : 'menu-button'}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        aria-label={name}
        title={isIcon ? name : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        {label}
        {isIcon ? null : <ChevronIcon />}
      </button>
      {isOpen ? (
        <div class={`sheet sheet-${align}`} id={id} ref={sheet}>
          {children(close)}
        </div>
      ) : null}
    </div>
  );
}

/** A field to search in, else the choice in force, else the first one. */
function firstStop(sheet: HTMLElement | null): HTMLElement | null {
  return (
    sheet?.querySelector<HTMLElement>('input[type=search]') ??
    sheet?.querySelector<HTMLElement>('.choices [aria-current=true]') ??
    sheet?.querySelector<HTMLElement>('a, button, input') ??
    null
  );
}
