/** A text field of which any text may be meant, and that proposes values while one types. */
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { useApp } from '../state/app.ts';
import { useSettled } from '../state/use-settled.ts';
import { Combobox } from './combobox.tsx';

/** Typing rests for so long before values are asked for (ms). */
const REST_MS = 200;

interface SuggestProps {
  value: string;
  /** Every change of the text. */
  onInput: (text: string) => void;
  /** The text is meant: a proposal was chosen, Enter was pressed, or the field was left. */
  onCommit: (text: string) => void;
  /** Values that fit the text, the likeliest first; a failure is none. */
  suggest: (text: string, signal: AbortSignal) => Promise<readonly string[]>;
  label: string;
  /** Of the field whose visible label stands beside it. */
  id?: string;
  placeholder?: string;
  isWrong?: boolean;
  /** Of the sentence that says what is wrong. */
  describedBy?: string | undefined;
}

export function Suggest({ value, onInput, onCommit, suggest, label, id, ...more }: SuggestProps) {
  const { count } = useApp().texts.value.suggest;
  const ownId = useId();
  /** Whether the text has changed since it was last meant. */
  const isTyped = useRef(false);
  const [isAsked, setAsked] = useState(false);
  const found = useProposals(suggest, value, isAsked);

  const type = (text: string) => {
    isTyped.current = true;
    onInput(text);
  };
  const commit = (text: string) => {
    if (isTyped.current) onCommit(text);
    isTyped.current = false;
  };
  return (
    <Combobox
      attributes={{
        id: id ?? ownId,
        'aria-label': id === undefined ? label : undefined,
        'aria-invalid': more.isWrong ?? false,
        'aria-describedby': more.describedBy,
      }}
      placeholder={more.placeholder}
      text={value}
      options={found.map((each) => ({ key: each, label: each }))}
      status={found.length === 0 ? '' : count(found.length)}
      onInput={type}
      onChoose={(text) => {
        type(text);
        commit(text);
      }}
      onEnter={() => {
        commit(value);
        return true;
      }}
      onFocus={() => setAsked(true)}
      onLeave={() => {
        setAsked(false);
        commit(value);
      }}
    />
  );
}

/** @param isAsked nothing is asked for fields that nobody is in */
function useProposals(suggest: SuggestProps['suggest'], value: string, isAsked: boolean): readonly string[] {
  const [found, setFound] = useState<readonly string[]>([]);
  const wanted = useSettled(value, REST_MS);
  // The latest function is asked; only the text and the focus ask anew.
  useEffect(() => {
    if (!isAsked) return;
    const controller = new AbortController();
    suggest(wanted, controller.signal)
      .catch(() => [])
      .then((values) => {
        if (!controller.signal.aborted) setFound(values);
      });
    return () => controller.abort();
  }, [wanted, isAsked]);
  // What stands in the field already is no proposal.
  return found.filter((each) => each !== value);
}
