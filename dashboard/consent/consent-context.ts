/** What the parts of the consent panel are told. */
import type { Question } from '../api/query.ts';
import type { Site } from '../api/server-state.ts';
import type { Days } from '../state/period.ts';
import type { Asked } from '../state/use-answer.ts';

export interface ConsentProps {
  site: Site;
  base: Pick<Question, 'domain' | 'dateRange' | 'conditions'>;
  /** null while only the server knows. */
  days: Days | null;
  /** Where the site is. */
  today: string;
  beat: number;
  /** The headline has been answered: what it shows comes first. */
  isReady: boolean;
}

export interface ConsentContext extends ConsentProps {
  /** Both sides as a whole. */
  totals: Asked;
}
