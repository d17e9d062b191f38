/** The log: who changed what, or was refused, and when, a hundred at a time. */
import { useState } from 'preact/hooks';
import {
  CHANGE_KINDS,
  CHANGES_FILE,
  type Change,
  type ChangeQuestion,
  fetchChanges,
  SERVICE,
  STRANGER,
} from '../api/changes.ts';
import { useApp, useTexts } from '../state/app.ts';
import { useAnswerOf } from '../state/use-answer.ts';
import { Failure } from '../ui/failure.tsx';

const KEY = 'key ';

export function ChangesPage() {
  const words = useTexts('office').value.changes;
  const [asked, ask] = useState<ChangeQuestion>({ before: 0, kind: 'all' });
  const { known, error, retry } = useAnswerOf(fetchChanges, asked, 0);
  return (
    <>
      <div class="masthead">
        <h1>{words.title}</h1>
        <p class="page-lead">{words.lead}</p>
        <a class="button button-plain" href={CHANGES_FILE} download>
          {words.save}
        </a>
      </div>
      {error === null ? null : <Failure error={error} onRetry={retry} />}
      {known === null ? (
        <span class="skeleton office-waiting" aria-hidden="true" />
      ) : (
        <div class="panel">
          <h2>{words.list}</h2>
          <label class="office-role office-show">
            {words.show}
            <select
              name="kind"
              value={asked.kind}
              onChange={({ currentTarget }) =>
                ask({ before: 0, kind: CHANGE_KINDS.find((kind) => kind === currentTarget.value) ?? 'all' })
              }
            >
              {CHANGE_KINDS.map((kind) => (
                <option key={kind} value={kind}>
                  {words.kinds[kind]}
                </option>
              ))}
            </select>
          </label>
          {known.answer.changes.length === 0 ? (
            <p class="quiet">{words.none}</p>
          ) : (
            <ChangeTable changes={known.answer.changes} />
          )}
          {known.answer.hasMore ? (
            <p>
              <button
                type="button"
                class="button button-plain"
                onClick={() => ask({ ...asked, before: known.answer.changes.at(-1)?.id ?? 0 })}
              >
                {words.more}
              </button>
            </p>
          ) : null}
        </div>
      )}
    </>
  );
}

function ChangeTable({ changes }: { changes: readonly Change[] }) {
  const { format } = useApp();
  const words = useTexts('office').value.changes;
  const acts: Partial<Record<string, string>> = words.acts;
  return (
    // It scrolls on a phone, so the keyboard has to reach it.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section class="sideways" tabIndex={0} aria-label={words.list}>
      <table class="office-table">
        <thead>
          <tr>
            <th scope="col">{words.when}</th>
            <th scope="col">{words.who}</th>
            <th scope="col">{words.what}</th>
            <th scope="col">{words.where}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ id, at, who, act, site, about, count }) => (
            <tr key={id} data-change={act}>
              <td>
                <time dateTime={new Date(at).toISOString()}>{format.value.moment(at)}</time>
              </td>
              <td>
                <Who who={who} />
              </td>
              <td>
                {acts[act] ?? act}
                {about === '' ? null : (
                  <>
                    {words.colon}
                    <bdi>{about}</bdi>
                  </>
                )}
                {count === null || count === 1 ? null : (
                  <>
                    {' '}
                    <span class="quiet">({words.often(format.value.count(count))})</span>
                  </>
                )}
              </td>
              <td>
                <bdi>{site ?? ''}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** A person by their address; a key, which no address looks like, by its name. */
function Who({ who }: { who: string }) {
  const words = useTexts('office').value.changes;
  if (who === '') return <span class="quiet">{words.server}</span>;
  if (who === SERVICE) return <span class="quiet">{words.itself}</span>;
  if (who === STRANGER) return <span class="quiet">{words.stranger}</span>;
  return <bdi>{who.startsWith(KEY) ? words.key(who.slice(KEY.length)) : who}</bdi>;
}
