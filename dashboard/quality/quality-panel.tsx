/** How good the data of the period is: what was kept and dropped, and what made days inexact. */
import { useId } from 'preact/hooks';
import { askQuality, type Quality } from '../api/quality.ts';
import type { Site } from '../api/server-state.ts';
import { useApp } from '../state/app.ts';
import type { Days } from '../state/period.ts';
import { useAnswerOf } from '../state/use-answer.ts';
import { Failure } from '../ui/failure.tsx';
import { DayTable } from './day-table.tsx';
import { ImportTable } from './import-table.tsx';

interface QualityPanelProps {
  site: Site;
  /** null while only the server knows them. */
  days: Days | null;
}

export function QualityPanel({ site, days }: QualityPanelProps) {
  const words = useApp().texts.value.quality;
  const id = useId();
  const { known, isStale, error, retry } = useAnswerOf(askQuality, days && { domain: site.domain, days }, 0);
  return (
    <section class="panel quality" data-panel="quality" aria-labelledby={id}>
      <h2 id={id}>{words.title}</h2>
      {error !== null ? (
        <Failure error={error} onRetry={retry} />
      ) : known === null ? (
        <span class="skeleton quality-loading" aria-hidden="true" />
      ) : (
        <div data-stale={isStale}>
          <Facts quality={known.answer} />
          <DayTable quality={known.answer} />
          <ImportTable runs={known.answer.imports} />
        </div>
      )}
    </section>
  );
}

function Facts({ quality }: { quality: Quality }) {
  const { texts, format } = useApp();
  const words = texts.value.quality;
  const { count, percent } = format.value;
  const { kept, dropped, brokenDays, withoutAddress } = quality;
  const all = dropped.reduce((sum, [, amount]) => sum + amount, 0);
  const reasons = words.reasons as Readonly<Record<string, string | undefined>>;
  return (
    <>
      <dl class="quality-facts">
        <div>
          <dt>{words.kept}</dt>
          <dd data-kept={kept}>{count(kept)}</dd>
        </div>
        <div>
          <dt>{words.dropped}</dt>
          <dd data-dropped={all}>{count(all)}</dd>
        </div>
        <div>
          <dt>{words.broken}</dt>
          <dd>{count(brokenDays.length)}</dd>
        </div>
        <div>
          <dt>{words.withoutAddress}</dt>
          <dd>{withoutAddress === null ? words.tooFew : percent(withoutAddress / 100)}</dd>
        </div>
      </dl>
      {dropped.length === 0 ? null : (
        <ul class="quality-reasons">
          {dropped.map(([reason, amount]) => (
            <li key={reason} data-reason={reason}>
              <strong>{count(amount)}</strong> {reasons[reason] ?? reason}
            </li>
          ))}
        </ul>
      )}
      <p class="panel-note">
        {words.addressNote} {words.clocks}
        {quality.isCoarsened ? ` ${words.coarsened}` : ''}
      </p>
    </>
  );
}
