/** Funnels that were kept under a name: asked again by a link, removed after a question, and a new one kept. */
import type { TargetedSubmitEvent } from 'preact';
import { useState } from 'preact/hooks';
import { type ApiError, toApiError } from '../api/api-error.ts';
import { fetchFunnels, removeFrom, type SavedFunnel, saveFunnel } from '../api/site-lists.ts';
import { useTexts } from '../state/app.ts';
import { useAnswerOf } from '../state/use-answer.ts';
import { useMay } from '../state/use-may.ts';
import { useView } from '../state/use-view.ts';
import { sayError } from '../ui/failure.tsx';
import { Link } from '../ui/link.tsx';
import { RemoveButton } from '../ui/remove-button.tsx';
import { isComplete, type Step, writeStep } from './steps.ts';

interface SavedFunnelsProps {
  domain: string;
  steps: readonly Step[];
  withinDays: number | null;
}

export function SavedFunnels({ domain, steps, withinDays }: SavedFunnelsProps) {
  const texts = useTexts('explore');
  const words = texts.value.funnels;
  const { view, hrefOf } = useView();
  const mayWrite = useMay('editor');
  const [turn, setTurn] = useState(0);
  const { known, error } = useAnswerOf(fetchFunnels, domain, turn);
  const again = () => setTurn(turn + 1);
  const own = ({ steps: kept, withinDays: days }: Omit<SavedFunnel, 'name'>) => [
    ...kept.map((step) => ['step', writeStep(step)] as const),
    ...(days === null ? [] : [['within', String(days)] as const]),
  ];
  const shown = JSON.stringify(own({ steps, withinDays }));
  return (
    <section class="saved" aria-label={words.saved}>
      <h2>{words.saved}</h2>
      {error === null ? null : <p class="mistake">{sayError(error, texts.value)}</p>}
      {known?.answer.length === 0 ? <p class="quiet">{words.noneSaved}</p> : null}
      <ul>
        {(known?.answer ?? []).map((funnel) => (
          <li key={funnel.name} data-funnel={funnel.name}>
            <Link href={hrefOf({ own: own(funnel) })} isCurrent={JSON.stringify(own(funnel)) === shown}>
              <bdi>{funnel.name}</bdi>
            </Link>
            {mayWrite ? (
              <RemoveButton
                name={words.removeSaved(funnel.name)}
                question={words.removeQuestion(funnel.name)}
                onRemove={() => removeFrom(domain, 'funnels', funnel.name).then(again)}
              />
            ) : null}
          </li>
        ))}
      </ul>
      {mayWrite && isComplete(steps) ? (
        <SaveForm key={view.domain} onSave={(name) => saveFunnel(domain, { name, steps, withinDays }).then(again)} />
      ) : null}
    </section>
  );
}

function SaveForm({ onSave }: { onSave: (name: string) => Promise<void> }) {
  const texts = useTexts('explore');
  const words = texts.value.funnels;
  const [name, setName] = useState('');
  const [failure, setFailure] = useState<ApiError | null>(null);
  const [isKept, setKept] = useState(false);
  const save = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setFailure(null);
    setKept(false);
    onSave(name.trim())
      .then(() => {
        setName('');
        setKept(true);
      })
      .catch((thrown: unknown) => setFailure(toApiError(thrown)));
  };
  return (
    <form class="save-form" onSubmit={save} noValidate>
      <input
        type="text"
        name="name"
        aria-label={words.saveName}
        placeholder={words.saveName}
        maxLength={120}
        dir="auto"
        value={name}
        aria-invalid={failure !== null}
        onInput={({ currentTarget }) => setName(currentTarget.value)}
      />
      <button type="submit" class="button" disabled={name.trim() === ''}>
        {words.save}
      </button>
      <p class="save-said" role="status">
        {failure !== null ? (
          <span class="mistake">{failure.code === 'conflict' ? words.taken : sayError(failure, texts.value)}</span>
        ) : isKept ? (
          words.kept
        ) : (
          ''
        )}
      </p>
    </form>
  );
}
