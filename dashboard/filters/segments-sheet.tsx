/** The site's segments: apply one, show its filters, rename, replace or delete it, and save the filters in force. */
import { useState } from 'preact/hooks';
import { toApiError } from '../api/api-error.ts';
import { listSegments } from '../api/segments.ts';
import type { Site } from '../api/server-state.ts';
import { useApp } from '../state/app.ts';
import { useAnswerOf } from '../state/use-answer.ts';
import { useMay } from '../state/use-may.ts';
import { useView } from '../state/use-view.ts';
import { Failure } from '../ui/failure.tsx';
import type { Change } from './change-segments.ts';
import { SaveSegment } from './save-segment.tsx';
import { toSavable } from './segment-filters.ts';
import { SegmentRow } from './segment-row.tsx';

export function SegmentsSheet({ site }: { site: Site }) {
  const { texts, turnAway } = useApp();
  const words = texts.value.segments;
  const { view } = useView();
  const mayWrite = useMay('editor');
  const [beat, setBeat] = useState(0);
  const [said, setSaid] = useState('');
  const { known, error, retry } = useAnswerOf(listSegments, site.domain, beat);
  if (error !== null) return <Failure error={error} onRetry={retry} />;
  if (known === null) return <span class="skeleton lazy" aria-hidden="true" />;

  const segments = known.answer;
  const savable = toSavable(view.conditions, segments);
  const change: Change = async (work, done) => {
    setSaid('');
    try {
      await work();
      setSaid(done);
      return null;
    } catch (thrown) {
      const failure = toApiError(thrown);
      turnAway(failure);
      return failure;
    } finally {
      setBeat((count) => count + 1);
    }
  };
  return (
    <div class="saved-segments">
      <p class="quiet">{words.intro}</p>
      <p class="segments-said" role="status">
        {said}
      </p>
      {segments.length === 0 ? <p>{words.none}</p> : null}
      <ul class="segments-list">
        {segments.map((segment) => (
          <SegmentRow key={segment.id} site={site} segment={segment} savable={savable} change={change} />
        ))}
      </ul>
      {mayWrite ? <SaveSegment site={site} savable={savable} change={change} /> : null}
    </div>
  );
}
