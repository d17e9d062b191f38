/** The panels side by side. */
import type { Question } from '../api/query.ts';
import type { Site } from '../api/server-state.ts';
import type { Asked } from '../state/use-answer.ts';
import { Panel } from './panel.tsx';
import { PANELS } from './panels.ts';

export interface PanelContext {
  site: Site;
  base: Pick<Question, 'domain' | 'dateRange' | 'conditions'>;
  /** null while only the server knows. */
  isOneDay: boolean | null;
  totals: Asked;
  beat: number;
}

export function Panels(context: PanelContext) {
  return (
    <div class="panels">
      {PANELS.map((row) => (
        <Panel key={row.key} row={row} context={context} />
      ))}
    </div>
  );
}
