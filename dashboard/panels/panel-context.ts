/** What every panel knows of the page that it stands on. */
import type { Question } from '../api/query.ts';
import type { Site } from '../api/server-state.ts';
import type { Comparison } from '../state/comparison.ts';
import type { Asked } from '../state/use-answer.ts';

export interface PanelContext {
  site: Site;
  base: Pick<Question, 'domain' | 'dateRange' | 'conditions'>;
  /** null while only the server knows. */
  isOneDay: boolean | null;
  totals: Asked;
  beat: number;
  /** null where nothing is compared. */
  comparison: Comparison | null;
}
