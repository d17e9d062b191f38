/** Which tab of a panel is open, and by what it shows its rows: one text of the address, `cities` or `campaigns:visit:utm_medium`. */
import { type FilterDimension, readDimension } from '../state/conditions.ts';
import type { Tab } from './panels.ts';

export interface Chosen {
  tab: Tab;
  /** null for the tab's own dimension. */
  choice: FilterDimension | null;
}

export function writeChosen({ tab, choice }: Chosen): string {
  return choice === null || choice === tab.dimension ? tab.key : `${tab.key}:${choice}`;
}

/** @returns null when the text names none of these tabs */
export function readChosen(text: string, tabs: readonly Tab[]): Chosen | null {
  const [key = ''] = text.split(':', 1);
  const tab = tabs.find((known) => known.key === key);
  if (tab === undefined) return null;
  const choice = readDimension(text.slice(key.length + 1));
  return { tab, choice: choice !== null && mayChoose(tab, choice) ? choice : null };
}

/** What is open among the tabs of a panel. @param open of the view, such as `View.tabs` */
export function openOf(open: readonly string[], tabs: readonly [Tab, ...Tab[]]): Chosen {
  for (const text of open) {
    const chosen = readChosen(text, tabs);
    if (chosen !== null) return chosen;
  }
  return { tab: tabs[0], choice: null };
}

/** The open tabs of all panels after one of this panel was chosen. @returns for `View.tabs` */
export function withOpen(open: readonly string[], tabs: readonly [Tab, ...Tab[]], chosen: Chosen): readonly string[] {
  const others = open.filter((text) => readChosen(text, tabs) === null);
  const text = writeChosen(chosen);
  return text === tabs[0].key ? others : [...others, text];
}

function mayChoose({ choices = [] }: Tab, choice: FilterDimension): boolean {
  return choices === 'properties' ? choice.startsWith('event:props:') : choices.includes(choice);
}
