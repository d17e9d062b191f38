/** A sheet above the page: Escape, its cross or a click beside it closes it, and the focus goes back to where it was. */
import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { useApp } from '../state/app.ts';
import { CrossIcon } from './icons.tsx';

interface DialogProps {
  title: string;
  /** Names the kind of sheet for style and tests. */
  kind: string;
  children: ComponentChildren;
  /** What stands beside the title. */
  actions?: ComponentChildren;
  /** Takes the sheet away, such as by `useView().go({ open: null })`. */
  onClose: () => void;
}

export function Dialog({ title, kind, children, actions, onClose }: DialogProps) {
  const texts = useApp().texts.value;
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();

  // Before the effects of what is inside, which may want the focus elsewhere.
  useLayoutEffect(() => {
    const before = document.activeElement;
    const sheet = dialog.current;
    sheet?.showModal();
    return () => {
      sheet?.close(); // while it is open nothing else can have the focus
      // The element that opened the sheet may be gone, such as after the back button.
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);

  return (
    <dialog
      class="dialog"
      data-kind={kind}
      ref={dialog}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onPointerDown={(event) => {
        // The sheet fills its element: a press on the element itself is one on the backdrop.
        if (event.target === dialog.current) onClose();
      }}
    >
      <div class="dialog-sheet">
        <header class="dialog-head">
          <h2 id={id}>{title}</h2>
          {actions}
          <button type="button" class="icon-button" aria-label={texts.close} title={texts.close} onClick={onClose}>
            <CrossIcon />
          </button>
        </header>
        <div class="dialog-body">{children}</div>
      </div>
    </dialog>
  );
}
