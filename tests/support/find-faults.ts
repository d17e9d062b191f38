/** What a script can see to be wrong on a page: parts that overflow, words cut off or spilt, poor contrast, panels with nothing in them. */
import type { Page } from 'playwright-core';
import { violations } from './axe.ts';

export interface Fault {
  fault: string;
  /** The element, and what it says. */
  where: string;
}

export async function findFaults(page: Page): Promise<Fault[]> {
  // tsx gives functions their names through a helper that only its own files have.
  await page.evaluate('globalThis.__name = (named) => named');
  const contrast = await violations(page, [], ['color-contrast']);
  return [
    ...(await page.evaluate(findInPage)),
    ...contrast.map((line) => ({ fault: 'contrast', where: line.slice(0, 500) })),
  ];
}

/** Runs in the page. */
function findInPage(): Fault[] {
  const nameOf = (element: Element) =>
    `${element.tagName.toLowerCase()}.${element.classList.value} „${(element.textContent ?? '').trim().slice(0, 50)}“`;
  const faults: Fault[] = [];
  const excess = document.documentElement.scrollWidth - window.innerWidth;
  if (excess > 0) faults.push({ fault: 'wider than the window', where: `${excess} px` });

  /** The nearest element whose box has to hold the words: cut off there, or spilt out of it. */
  const findTorn = (text: Text): string | null => {
    const range = document.createRange();
    range.selectNodeContents(text);
    const { left, right, top, bottom, width } = range.getBoundingClientRect();
    if (width === 0) return null;
    let isInline = true;
    let isSpilt = false;
    for (let box = text.parentElement; box !== null && box !== document.body; box = box.parentElement) {
      const { display, overflowX, overflowY, textOverflow, clipPath, position } = getComputedStyle(box);
      // For ears alone.
      if (clipPath !== 'none') return null;
      // It scrolls, or tells by three dots that there is more.
      if (/auto|scroll/.test(overflowX + overflowY) || (overflowX !== 'visible' && textOverflow === 'ellipsis'))
        return null;
      if (display === 'inline' || display === 'contents') continue;
      const rect = box.getBoundingClientRect();
      const isOutside = right > rect.right + 1.5 || left < rect.left - 1.5;
      const isCut = overflowX !== 'visible' && isOutside;
      const isCutBelow = overflowY !== 'visible' && (bottom > rect.bottom + 2 || top < rect.top - 2);
      if (isCut || isCutBelow) return 'words cut off';
      // Unless a box further out scrolls.
      if (isInline && isOutside) isSpilt = true;
      isInline = false;
      if (position === 'fixed') break;
    }
    return isSpilt ? 'words spilt' : null;
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (parent === null || (node.textContent ?? '').trim() === '' || !parent.checkVisibility()) continue;
    const fault = findTorn(node as Text);
    if (fault !== null) faults.push({ fault, where: nameOf(parent) });
  }

  for (const body of document.querySelectorAll('.panel-body, .chart-body, .dialog-body, main')) {
    const isEmpty = (body.textContent ?? '').trim() === '' && body.querySelector('canvas, svg, input, img') === null;
    if (isEmpty) faults.push({ fault: 'nothing in it', where: nameOf(body) });
  }
  const [odd] = /\bundefined\b|\bNaN\b|\[object \w+\]/.exec(document.body.innerText) ?? [];
  if (odd !== undefined) faults.push({ fault: 'no word', where: odd });
  return faults;
}
