/** Shows the explanation that the address asks for, on top of whatever page is open. */
import type { Metric } from '../../src/stats/metrics.ts';
import type { Site } from '../api/server-state.ts';
import { useApp } from '../state/app.ts';
import { todayIn } from '../state/period.ts';
import { useView } from '../state/use-view.ts';
import { lazily } from '../ui/lazily.tsx';
import { readExplanation } from './explanation.ts';

const ExplainSheet = lazily(() => import('./explain-sheet.tsx').then((part) => part.ExplainSheet));

export function OpenExplanation({ site }: { site: Site }) {
  const { definitions } = useApp().texts.value.explain;
  const { view, go } = useView();
  const isMetric = (name: string): name is Metric => Object.hasOwn(definitions, name);
  const explained = readExplanation(view, todayIn(site.timezone, new Date()), isMetric);
  return explained && <ExplainSheet explained={explained} site={site} onClose={() => go({ open: null })} />;
}
