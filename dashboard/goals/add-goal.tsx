/** The sheet in which a goal is written: an event with its properties, a page, or a page that is read so far. */
import type { TargetedSubmitEvent } from 'preact';
import { useState } from 'preact/hooks';
import { type ApiError, toApiError } from '../api/api-error.ts';
import type { Base } from '../api/explorations.ts';
import { addGoal } from '../api/site-lists.ts';
import { suggestValues } from '../api/suggestions.ts';
import { Field } from '../pages/field.tsx';
import { useTexts } from '../state/app.ts';
import { Dialog } from '../ui/dialog.tsx';
import { sayError } from '../ui/failure.tsx';
import { Refusal } from '../ui/refusal.tsx';
import { Suggest } from '../ui/suggest.tsx';
import {
  EMPTY_GOAL,
  findMistakes,
  GOAL_KINDS,
  type GoalDraft,
  type GoalField,
  readDetails,
  toGoalForm,
} from './goal-form.ts';

interface AddGoalProps {
  base: Base;
  onClose: () => void;
  onAdded: () => void;
}

export function AddGoal({ base, onClose, onAdded }: AddGoalProps) {
  const texts = useTexts('explore');
  const words = texts.value.goalPage;
  const [draft, setDraft] = useState<GoalDraft>(EMPTY_GOAL);
  const [mistakes, setMistakes] = useState<readonly GoalField[]>([]);
  const [failure, setFailure] = useState<ApiError | null>(null);
  const [isSending, setSending] = useState(false);
  const change = (changed: Partial<GoalDraft>) => setDraft((before) => ({ ...before, ...changed }));

  const sayFailure = (error: ApiError) => (error.code === 'conflict' ? words.taken : sayError(error, texts.value));
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const found = findMistakes(draft);
    setMistakes(found);
    setFailure(null);
    if (found.length > 0) return;
    setSending(true);
    addGoal(base.domain, toGoalForm(draft))
      .then(onAdded)
      .catch((thrown: unknown) => {
        const error = toApiError(thrown);
        const named = readDetails(error.details);
        setMistakes(named);
        setFailure(named.length === 0 ? error : null);
        setSending(false);
      });
  };

  return (
    <Dialog title={words.add} kind="goal" onClose={onClose}>
      <form class="goal-form" onSubmit={submit} noValidate>
        <Refusal said={failure === null ? null : sayFailure(failure)} />
        <fieldset class="goal-kinds">
          <legend>{words.kind}</legend>
          {GOAL_KINDS.map((kind) => (
            <label key={kind}>
              <input
                type="radio"
                name="kind"
                value={kind}
                checked={draft.kind === kind}
                onChange={() => change({ kind })}
              />
              {words.kinds[kind]}
            </label>
          ))}
        </fieldset>
        <GoalFields base={base} draft={draft} mistakes={mistakes} onChange={change} />
        <button type="submit" class="button" disabled={isSending}>
          {words.submit}
        </button>
      </form>
    </Dialog>
  );
}

interface GoalFieldsProps {
  base: Base;
  draft: GoalDraft;
  mistakes: readonly GoalField[];
  onChange: (changed: Partial<GoalDraft>) => void;
}

function GoalFields({ base, draft, mistakes, onChange }: GoalFieldsProps) {
  const words = useTexts('explore').value.goalPage;
  const mistakeOf = (field: GoalField) => (mistakes.includes(field) ? words.mistakes[field] : null);
  const subject = draft.kind === 'event' ? 'event' : 'page';
  return (
    <>
      {/* Another kind has another field: nothing of the one before stays open. */}
      <Field key={subject} label={words.fields[subject]} mistake={mistakeOf(subject)} hint={words.hints[subject]}>
        {(attributes) => (
          <Suggest
            id={attributes.id}
            label={words.fields[subject]}
            value={draft[subject]}
            isWrong={attributes['aria-invalid']}
            describedBy={attributes['aria-describedby']}
            onInput={(text) => onChange({ [subject]: text })}
            onCommit={(text) => onChange({ [subject]: text })}
            suggest={(text, signal) => suggestValues(base, subject, text, signal)}
          />
        )}
      </Field>
      {draft.kind === 'event' ? (
        <Field label={words.fields.prop} mistake={mistakeOf('prop')} hint={words.hints.prop}>
          {(attributes) => (
            <textarea
              {...attributes}
              rows={2}
              dir="auto"
              value={draft.props}
              onInput={({ currentTarget }) => onChange({ props: currentTarget.value })}
            />
          )}
        </Field>
      ) : null}
      {draft.kind === 'scroll' ? (
        <Field label={words.fields.scroll} mistake={mistakeOf('scroll')}>
          {(attributes) => (
            <input
              {...attributes}
              type="text"
              inputMode="numeric"
              value={draft.scroll}
              onInput={({ currentTarget }) => onChange({ scroll: currentTarget.value })}
            />
          )}
        </Field>
      ) : null}
      <Field label={words.fields.name} mistake={mistakeOf('name')} hint={words.hints.name}>
        {(attributes) => (
          <input
            {...attributes}
            type="text"
            maxLength={120}
            dir="auto"
            value={draft.name}
            onInput={({ currentTarget }) => onChange({ name: currentTarget.value })}
          />
        )}
      </Field>
    </>
  );
}
