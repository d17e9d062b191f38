/** Copies texts, and knows for a moment that one was. */
import { useEffect, useState } from 'preact/hooks';

const COPIED_MS = 2500;

export function useCopy(): {
  isCopied: boolean;
  /** @returns false where the clipboard is not ours to write, as without https */
  copy(text: string): Promise<boolean>;
} {
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setCopied(false), COPIED_MS);
    return () => clearTimeout(timer);
  }, [isCopied]);
  const copy = async (text: string) => {
    const isDone = await navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    );
    setCopied(isDone === true);
    return isDone === true;
  };
  return { isCopied, copy };
}
