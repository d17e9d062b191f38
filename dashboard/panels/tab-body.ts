/** What every kind of tab is given to show. */
import type { PanelContext } from './panel-context.ts';
import type { Subject } from './subject.ts';
import type { Chosen } from './tab-choice.ts';

export interface TabBody {
  subject: Subject;
  chosen: Chosen;
  context: PanelContext;
  /** Rows whose place something else has taken. */
  room: number;
}
