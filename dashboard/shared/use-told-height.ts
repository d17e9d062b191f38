/** Tells the page around a frame how high its content is, so that the frame need not scroll. */
import { useEffect } from 'preact/hooks';
import type { SharedPage } from '../api/shared-state.ts';

/** Name of the message; docs/sharing.md shows how to listen to it. */
export const HEIGHT_MESSAGE = 'passant:height';

/** @param embedding whose pages may hold the frame: nobody else is told */
export function useToldHeight(embedding: SharedPage['embedding']): void {
  const key = JSON.stringify(embedding);
  useEffect(() => {
    if (embedding === 'none' || window.parent === window) return;
    const content = document.getElementById('app');
    if (content === null) return;
    const targets = targetsOf(embedding, document.referrer);
    let last = 0;
    const observer = new ResizeObserver(() => {
      const height = Math.ceil(content.getBoundingClientRect().height);
      if (height === last) return;
      last = height;
      for (const target of targets) window.parent.postMessage({ type: HEIGHT_MESSAGE, height }, target);
    });
    observer.observe(content);
    return () => observer.disconnect();
  }, [key]);
}

/** The origins to which a message is addressed: the browser gives it to no other. */
export function targetsOf(embedding: 'any' | readonly string[], referrer: string): readonly string[] {
  if (embedding === 'any') return ['*'];
  const parent = URL.canParse(referrer) ? new URL(referrer).origin : null;
  return parent !== null && embedding.includes(parent) ? [parent] : embedding;
}
