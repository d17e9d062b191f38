/** On a phone a row of links scrolls: the one of the page on show is brought into sight. */
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** @param page which one is on show @returns for the row, whose links are marked by `aria-current` */
export function useCurrentInSight<E extends HTMLElement>(page: string): RefObject<E | null> {
  const list = useRef<E>(null);
  useEffect(() => {
    const [row, current] = [list.current, list.current?.querySelector<HTMLElement>('[aria-current]')];
    if (row && current) row.scrollLeft = current.offsetLeft - (row.clientWidth - current.offsetWidth) / 2;
  }, [page]);
  return list;
}
