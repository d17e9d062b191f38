/** Adds a shortcut for as long as a component is on the page. */
import { useEffect, useRef } from 'preact/hooks';
import { useApp } from './app.ts';
import type { Shortcut } from './shortcuts.ts';

/** @param shortcut its key, group and reach stay the same while it is there  @param isThere whether there is something to do */
export function useShortcut(shortcut: Shortcut, isThere = true): void {
  const { shortcuts } = useApp();
  const latest = useRef(shortcut);
  latest.current = shortcut;
  const { key } = shortcut;
  useEffect(() => {
    if (!isThere) return;
    return shortcuts.add({ ...latest.current, run: () => latest.current.run() });
  }, [shortcuts, key, isThere]);
}
