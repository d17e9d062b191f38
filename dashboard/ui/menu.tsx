/** A button that opens a small sheet; Escape, a click elsewhere or leaving it with the keyboard closes it. */
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { ChevronIcon } from './icons.tsx';

interface MenuProps {
  /** What the button shows; with an icon alone give `name` too. */
  label: ComponentChildren;
  name?: string;
  isIcon?: boolean;
  align?: 'start' | 'end';
  children: (close: () => void) => ComponentChildren;
}

export function Menu({ label, name, isIcon = false, align = 'start', children }: MenuProps) {
  const [isOpen, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };

  useEffect(() => {
    if (!isOpen) return;
    const onPointer = ({ target }: PointerEvent) => {
      if (target instanceof Node && !root.current?.contains(target)) setOpen(false);
    };
    const onKey = ({ key }: KeyboardEvent) => {
      if (key !== 'Escape') return;
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
        <div class={`sheet sheet-${align}`} id={id}>
          {children(close)}
        </div>
      ) : null}
    </div>
  );
}
