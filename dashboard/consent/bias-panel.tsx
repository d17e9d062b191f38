/** The bias check: what differs between visits with consent and all visits, in words, by a rule that stands beside it. */
import type { Dimension } from '../../src/stats/dimensions.ts';
import { useApp } from '../state/app.ts';
import { useAnswer } from '../state/use-answer.ts';
import { Failure } from '../ui/failure.tsx';
import { compareShares, compareViews, hasEnough, RULE } from './bias-check.ts';
import { BiasTable } from './bias-table.tsx';
import type { ConsentContext } from './consent-context.ts';
import { readSides, readTotals } from './read-sides.ts';
import { type Comparisons, sayFindings } from './say-bias.ts';

/** More values than this cannot each have a share that matters. */
const LIMIT = 1000;

export function BiasPanel({ base, beat, isReady, totals: askedTotals }: ConsentContext) {
  const { texts, format } = useApp();
  const words = texts.value.bias;
  const by = (dimension: Dimension) =>
    isReady
      ? ({ ...base, metrics: ['visits'], dimensions: [dimension, 'visit:consent'], limit: LIMIT } as const)
      : null;
  const asked = [askedTotals, useAnswer(by('visit:source'), beat), useAnswer(by('visit:device'), beat)] as const;
  const failed = asked.find(({ error }) => error !== null);
  const [totalsAnswer, sources, devices] = asked.map(({ known }) => known?.answer ?? null);
  const retry = () => {
    for (const each of asked) if (each.error !== null) each.retry();
  };
  if (failed?.error) return <Failure error={failed.error} onRetry={retry} />;
  if (!totalsAnswer || !sources || !devices) return <Loading title={words.title} />;

  const totals = readTotals(totalsAnswer);
  const comparisons: Comparisons = {
    sources: compareShares(readSides(sources), totals),
    devices: compareShares(readSides(devices), totals),
    views: compareViews(totals),
  };
  const isEnough = hasEnough(totals);
  const findings = sayFindings(comparisons, texts.value, format.value);
  const verdict = !isEnough ? 'little' : findings.length > 0 ? 'unusual' : 'usual';
  return (
    <div class="bias" data-verdict={verdict} data-stale={asked.some(({ isStale }) => isStale)}>
      <h3>{words.title}</h3>
      {verdict === 'unusual' ? (
        <div class="bias-warning" role="note">
          <p class="bias-verdict">{words.unusual}</p>
          <ul>
            {findings.map(({ key, text }) => (
              <li key={key} data-finding={key}>
                {text}
              </li>
            ))}
          </ul>
          <p>{words.consequence}</p>
        </div>
      ) : (
        <p class="bias-verdict">
          {isEnough
            ? words.usual
            : words.little(format.value.count(totals.visits.granted), format.value.count(totals.visits.anonymous))}
        </p>
      )}
      <p class="bias-rule">{words.rule(RULE)}</p>
      {isEnough ? <BiasTable comparisons={comparisons} /> : null}
    </div>
  );
}

function Loading({ title }: { title: string }) {
  return (
    <div class="bias" aria-busy="true">
      <h3>{title}</h3>
      <span class="skeleton bias-skeleton" />
    </div>
  );
}
