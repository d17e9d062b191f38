/** Builds a funnel: its steps in their order, and how far apart they may lie. Every change is an address of its own. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ErrorDetail } from '../api/api-error.ts';
import type { Base } from '../api/explorations.ts';
import { Choices } from '../explore/choices.tsx';
import { useTexts } from '../state/app.ts';
import { useView } from '../state/use-view.ts';
import { withOwn } from '../state/view.ts';
import { sayStep } from './say-funnel.ts';
import { StepFields } from './step-fields.tsx';
import { EMPTY_STEP, FEWEST_STEPS, MOST_STEPS, moveItem, type Step, writeStep } from './steps.ts';

const WITHIN = [null, 1, 7, 30, 90];

interface FunnelBuilderProps {
  base: Base;
  steps: readonly Step[];
  withinDays: number | null;
  /** The server's, whose paths begin with `steps[0]`. */
  mistakes: readonly ErrorDetail[];
}

export function FunnelBuilder({ base, steps, withinDays, mistakes }: FunnelBuilderProps) {
  const words = useTexts('explore').value.funnels;
  const { view, hrefOf } = useView();
  const { draft, edit, commit, move, said, list } = useDraft(steps);
  const hrefWithin = (days: number | null) =>
    hrefOf({ own: withOwn(view, 'within', days === null ? [] : [String(days)]) });
  return (
    <form class="builder" onSubmit={(event) => event.preventDefault()} aria-label={words.builder}>
      <ol ref={list}>
        {draft.map((step, index) => (
          <StepFields
            // A step is its place: fields keep the focus while their text changes.
            key={index}
            base={base}
            step={step}
            index={index}
            count={draft.length}
            mistake={mistakes.find(({ path }) => path.startsWith(`steps[${index}]`))?.message ?? null}
            onEdit={(changed) => edit(draft.with(index, changed))}
            onCommit={(changed) => commit(draft.with(index, changed))}
            onMove={(by) => move(index, by)}
            onRemove={draft.length > FEWEST_STEPS ? () => commit(draft.toSpliced(index, 1)) : null}
          />
        ))}
      </ol>
      <span class="unseen" role="status">
        {said}
      </span>
      {draft.length < MOST_STEPS ? (
        <button type="button" class="button button-plain" onClick={() => commit([...draft, EMPTY_STEP])}>
          {words.add}
        </button>
      ) : (
        <p class="quiet">{words.most}</p>
      )}
      <Choices
        title={words.within}
        choices={WITHIN.map((days) => ({
          key: String(days),
          text: days === null ? words.visit : words.days(days),
          href: hrefWithin(days),
          isCurrent: days === withinDays,
        }))}
      />
      {withinDays === null ? null : <p class="hint">{words.identifiedOnly}</p>}
    </form>
  );
}

/** The steps as they are being written; the address has them once they are meant. */
function useDraft(steps: readonly Step[]) {
  const texts = useTexts('explore');
  const { view, go } = useView();
  const address = steps.map(writeStep).join('\n');
  const [draft, setDraft] = useState(steps);
  const [said, setSaid] = useState('');
  const [moved, setMoved] = useState<{ index: number; by: -1 | 1 } | null>(null);
  const list = useRef<HTMLOListElement>(null);

  useEffect(() => setDraft(steps), [address]);
  // The focus goes with the step that was moved, before the next key is heard.
  useLayoutEffect(() => {
    if (moved === null) return;
    const item = list.current?.children[moved.index];
    const [up, down] = [
      item?.querySelector<HTMLButtonElement>('[data-move="-1"]'),
      item?.querySelector<HTMLButtonElement>('[data-move="1"]'),
    ];
    const [wanted, other] = moved.by < 0 ? [up, down] : [down, up];
    (wanted?.disabled === false ? wanted : other)?.focus();
  }, [moved]);

  const commit = (changed: readonly Step[]) => {
    setDraft(changed);
    if (changed.map(writeStep).join('\n') !== address) go({ own: withOwn(view, 'step', changed.map(writeStep)) });
  };
  return {
    ...{ draft, said, list, commit },
    edit: setDraft,
    move: (index: number, by: -1 | 1) => {
      const step = draft[index];
      if (step === undefined) return;
      commit(moveItem(draft, index, by));
      setMoved({ index: index + by, by });
      const { funnels } = texts.value;
      setSaid(funnels.moved(step.value === '' ? funnels.step(index + 1) : sayStep(step, texts.value), index + by + 1));
    },
  };
}
