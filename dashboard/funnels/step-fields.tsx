/** One step of a funnel that is being built: what it asks, what it is called, and its place. */
import { useId } from 'preact/hooks';
import type { Base } from '../api/explorations.ts';
import { suggestValues } from '../api/suggestions.ts';
import { useTexts } from '../state/app.ts';
import { CrossIcon, DownIcon, UpIcon } from '../ui/icons.tsx';
import { Suggest } from '../ui/suggest.tsx';
import { MATCHES, type Match, type Step, SUBJECTS, type Subject } from './steps.ts';

interface StepFieldsProps {
  base: Base;
  step: Step;
  index: number;
  count: number;
  /** What the server says is wrong with it, in English. */
  mistake: string | null;
  onEdit: (step: Step) => void;
  onCommit: (step: Step) => void;
  onMove: (by: -1 | 1) => void;
  /** null where there are as few as there may be. */
  onRemove: (() => void) | null;
}

export function StepFields({ base, step, index, count, mistake, onEdit, onCommit, onMove, onRemove }: StepFieldsProps) {
  const words = useTexts('explore').value.funnels;
  const id = useId();
  const { subject, match, value, name } = step;
  const number = words.step(index + 1);
  return (
    <li class="builder-step">
      <div class="builder-moves">
        <StepButton name={words.up(number)} by="-1" isOff={index === 0} onPress={() => onMove(-1)}>
          <UpIcon />
        </StepButton>
        <StepButton name={words.down(number)} by="1" isOff={index === count - 1} onPress={() => onMove(1)}>
          <DownIcon />
        </StepButton>
        <StepButton name={words.remove(number)} isOff={onRemove === null} onPress={() => onRemove?.()}>
          <CrossIcon />
        </StepButton>
      </div>
      <fieldset>
        <legend>{number}</legend>
        <div class="builder-fields">
          <select
            aria-label={words.subject}
            value={subject}
            onChange={({ currentTarget }) =>
              onCommit({ ...step, subject: currentTarget.value as Subject, match: 'is', value: '' })
            }
          >
            {SUBJECTS.map((each) => (
              <option key={each} value={each}>
                {words.subjects[each]}
              </option>
            ))}
          </select>
          {subject === 'page' ? (
            <select
              aria-label={words.match}
              value={match}
              onChange={({ currentTarget }) => onCommit({ ...step, match: currentTarget.value as Match })}
            >
              {MATCHES.map((each) => (
                <option key={each} value={each}>
                  {words.matches[each]}
                </option>
              ))}
            </select>
          ) : null}
          <Suggest
            label={words.values[subject]}
            placeholder={words.examples[subject]}
            value={value}
            isWrong={mistake !== null}
            describedBy={mistake === null ? undefined : `${id}-mistake`}
            onInput={(text) => onEdit({ ...step, value: text })}
            onCommit={(text) => onCommit({ ...step, value: text })}
            suggest={(text, signal) => suggestValues(base, subject, text, signal)}
          />
          <input
            class="builder-name"
            type="text"
            aria-label={words.name}
            placeholder={words.name}
            maxLength={120}
            dir="auto"
            value={name}
            onInput={({ currentTarget }) => onEdit({ ...step, name: currentTarget.value })}
            onChange={({ currentTarget }) => onCommit({ ...step, name: currentTarget.value.trim() })}
          />
        </div>
        {mistake === null ? null : (
          <p class="mistake" id={`${id}-mistake`} lang="en">
            {mistake}
          </p>
        )}
      </fieldset>
    </li>
  );
}

interface StepButtonProps {
  name: string;
  by?: string;
  isOff: boolean;
  onPress: () => void;
  children: preact.ComponentChildren;
}

function StepButton({ name, by, isOff, onPress, children }: StepButtonProps) {
  return (
    <button
      type="button"
      class="icon-button"
      data-move={by}
      aria-label={name}
      title={name}
      disabled={isOff}
      onClick={onPress}
    >
      {children}
    </button>
  );
}
