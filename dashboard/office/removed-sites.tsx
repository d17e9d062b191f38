/** Sites that were removed and can still be had back, with the day on which each goes. Nothing at all where there is none. */
import { useState } from 'preact/hooks';
import { type ApiError, toApiError } from '../api/api-error.ts';
import { eraseSite, fetchRemovedSites, type RemovedSite, restoreSite } from '../api/end-of-site.ts';
import { useApp, useTexts } from '../state/app.ts';
import { useAnswerOf } from '../state/use-answer.ts';
import { Dialog } from '../ui/dialog.tsx';
import { sayError } from '../ui/failure.tsx';
import { ConfirmedAct } from './confirmed-act.tsx';

/** @param count of the sites that are there: another one asks again */
export function RemovedSites({ count }: { count: number }) {
  const { format, reload } = useApp();
  const texts = useTexts('office').value;
  const words = texts.ending;
  const [beat, setBeat] = useState(0);
  const [erasing, setErasing] = useState<string | null>(null);
  const [failure, setFailure] = useState<ApiError | null>(null);
  const { known } = useAnswerOf(fetchRemovedSites, count, beat);
  const removed = known?.answer ?? [];
  const again = async () => {
    setBeat((before) => before + 1);
    await reload();
  };
  const restore = ({ domain }: RemovedSite) =>
    restoreSite(domain)
      .then(again)
      .catch((thrown: unknown) => setFailure(toApiError(thrown)));
  if (removed.length === 0) return null;
  return (
    <section class="panel" aria-labelledby="removed-title">
      <h2 id="removed-title">{words.removed}</h2>
      <p class="quiet">{words.removedMore}</p>
      {failure === null ? null : (
        <p class="mistake" role="alert">
          {sayError(failure, texts)}
        </p>
      )}
      <ul class="office-list">
        {removed.map((site) => (
          <li key={site.domain} class="office-item" data-removed={site.domain}>
            <div>
              <bdi>{site.domain}</bdi>
              <p class="quiet">{words.goes(format.value.date(site.until))}</p>
            </div>
            <div class="office-actions">
              <button
                type="button"
                class="button button-plain"
                aria-label={words.restoreOf(site.domain)}
                onClick={() => void restore(site)}
              >
                {words.restore}
              </button>
              <button
                type="button"
                class="button button-plain"
                aria-label={words.eraseOf(site.domain)}
                onClick={() => setErasing(site.domain)}
              >
                {words.erase}
              </button>
            </div>
          </li>
        ))}
      </ul>
      {erasing === null ? null : (
        <Dialog title={words.eraseOf(erasing)} kind="erase" onClose={() => setErasing(null)}>
          <ConfirmedAct
            domain={erasing}
            label={words.eraseMore(erasing)}
            verb={words.erase}
            onConfirm={async (written) => {
              await eraseSite(erasing, written);
              setErasing(null);
              await again();
            }}
          />
        </Dialog>
      )}
    </section>
  );
}
