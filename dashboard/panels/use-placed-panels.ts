/**
 * Puts panels into columns. They stay in one row of the document, in the order in which they are read: a window that is turned
 * moves them, and asks nothing again.
 */
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { PanelRow } from './panels.ts';
import { type Columns, placePanels, THREE_COLUMNS, TWO_COLUMNS } from './place-panels.ts';

/** As the style sheets have them. */
const TWO_FROM = '(min-width: 56rem)';
const THREE_FROM = '(min-width: 112.5rem)';

/** @returns for the element whose children are the panels, each with its key as `data-panel` */
export function usePlacedPanels() {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const { current } = box;
    if (current === null) return;
    // What arrives in a panel is placed before it is painted; an observer of sizes would be told of what it has done itself.
    const observer = new MutationObserver(follow);
    function follow() {
      if (current !== null) place(current);
      observer.takeRecords();
    }
    follow();
    observer.observe(current, { subtree: true, childList: true, attributeFilter: ['style'] });
    addEventListener('resize', follow);
    return () => {
      observer.disconnect();
      removeEventListener('resize', follow);
    };
  }, []);
  return box;
}

function place(box: HTMLElement): void {
  const columns = columnsNow();
  box.toggleAttribute('data-placed', columns !== null);
  if (columns === null) return;
  const panels = new Map([...box.children].map((panel) => [keyOf(panel), panel as HTMLElement]));
  // Each as high as it is by itself: nothing else is moved by that.
  for (const panel of panels.values()) panel.removeAttribute('data-last');
  const heightOf = (key: PanelRow['key']) => panels.get(key)?.getBoundingClientRect().height ?? 0;
  const gap = Number.parseFloat(getComputedStyle(box).columnGap);
  for (const [key, { column, row, span, isLast }] of placePanels(columns, heightOf, gap)) {
    const panel = panels.get(key);
    panel?.style.setProperty('--column', String(column));
    panel?.style.setProperty('--row', String(row));
    panel?.style.setProperty('--span', String(span));
    panel?.toggleAttribute('data-last', isLast);
  }
}

/** null where they stand below each other. */
function columnsNow(): Columns | null {
  if (matchMedia(THREE_FROM).matches) return THREE_COLUMNS;
  return matchMedia(TWO_FROM).matches ? TWO_COLUMNS : null;
}

function keyOf(panel: Element): PanelRow['key'] {
  return (panel as HTMLElement).dataset.panel as PanelRow['key'];
}
