/** Copies a text, and says that it has. */
import { useApp } from '../state/app.ts';
import { useCopy } from '../ui/use-copy.ts';

export function CopyButton({ text, label }: { text: string; label: string }) {
  const { copied } = useApp().texts.value.share;
  const { isCopied, copy } = useCopy();
  return (
    <>
      <button type="button" class="button button-plain" onClick={() => void copy(text)}>
        {label}
      </button>
      <span class="copied" role="status">
        {isCopied ? copied : ''}
      </span>
    </>
  );
}
