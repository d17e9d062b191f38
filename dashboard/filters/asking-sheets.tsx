/** The sheets by which one asks otherwise: filter builder, segments, help on keys. What is in them arrives when one is opened. */
import { useEffect, useState } from 'preact/hooks';
import type { Site } from '../api/server-state.ts';
import { useApp } from '../state/app.ts';
import { useShortcut } from '../state/use-shortcut.ts';
import { useView } from '../state/use-view.ts';
import { Dialog } from '../ui/dialog.tsx';
import { lazily } from '../ui/lazily.tsx';

/** Values of `View.open`. */
export const FILTER = 'filter';
export const SEGMENTS = 'segments';
export const KEYS = 'keys';

/** Opens the builder with the filter that stands there. */
export function editing(index: number): string {
  return `${FILTER}:${index}`;
}

const FilterBuilder = lazily(() => import('./filter-builder.tsx').then(({ FilterBuilder: Part }) => Part));
const SegmentsSheet = lazily(() => import('./segments-sheet.tsx').then(({ SegmentsSheet: Part }) => Part));
const KeysSheet = lazily(() => import('../shortcuts/keys-sheet.tsx').then(({ KeysSheet: Part }) => Part));

export function AskingSheets({ site, today }: { site: Site; today: string }) {
  const texts = useApp().texts.value;
  const { view, go, adjust } = useView();
  const names = texts.shortcuts.names;
  useShortcut({ key: '/', group: 'page', say: () => names.search, worksInSheets: true, run: focusSearch });
  const [isHelpAbove, setHelpAbove] = useState(false);
  // In place: the back button should not open again what was closed.
  const close = () => adjust({ open: null });
  const [sheet = '', place] = view.open?.split(':') ?? [];
  useShortcut({
    ...{ key: '?', group: 'page', say: () => names.help, worksInSheets: true },
    run: () => {
      if (sheet === KEYS) return false;
      if (topSheet() === null) go({ open: KEYS });
      else setHelpAbove(true);
    },
  });
  // With what it lay on it goes too, such as by the back button.
  useEffect(() => setHelpAbove(false), [view.open]);

  return (
    <>
      {sheetBelow()}
      {isHelpAbove ? <Help onClose={() => setHelpAbove(false)} /> : null}
    </>
  );

  function sheetBelow() {
    if (sheet === KEYS) return <Help onClose={close} />;
    if (sheet === SEGMENTS)
      return (
        <Dialog title={texts.segments.title} kind={SEGMENTS} onClose={close}>
          <SegmentsSheet site={site} />
        </Dialog>
      );
    if (sheet !== FILTER) return null;
    const index = place !== undefined && view.conditions[Number(place)] !== undefined ? Number(place) : null;
    const { addTitle, editTitle } = texts.filters.builder;
    return (
      <Dialog title={index === null ? addTitle : editTitle} kind={FILTER} onClose={close}>
        <FilterBuilder key={view.open} site={site} today={today} index={index} onClose={close} />
      </Dialog>
    );
  }
}

/** On its own, or above another sheet, to which one comes back. */
function Help({ onClose }: { onClose: () => void }) {
  const { title } = useApp().texts.value.shortcuts;
  return (
    <Dialog title={title} kind={KEYS} onClose={onClose}>
      <KeysSheet />
    </Dialog>
  );
}

/** Of sheets above each other the one that hears the keys. */
function topSheet(): Element | null {
  return [...document.querySelectorAll('dialog[open]')].at(-1) ?? null;
}

/** The field of what lies on top: a sheet's, else a menu's, else the page's. */
function focusSearch(): boolean {
  const sheet = topSheet();
  const places = sheet === null ? ['.menu .sheet', 'main'].map((each) => document.querySelector(each)) : [sheet];
  for (const place of places) {
    const field = place?.querySelector<HTMLElement>('input[type=search], input[role=combobox]');
    if (!field) continue;
    field.focus();
    return true;
  }
  return false;
}
