/** Two days, both included: a form of its own inside a menu. */
import type { TargetedSubmitEvent } from 'preact';
import { useId, useState } from 'preact/hooks';
import { useApp } from '../state/app.ts';
import { type Days, isDate } from '../state/period.ts';

interface DatesFormProps {
  title: string;
  /** What stands in the fields at first. */
  shown: Days;
  /** The last day that can be chosen. */
  latest: string;
  onApply: (from: string, to: string) => void;
}

export function DatesForm({ title, shown, latest, onApply }: DatesFormProps) {
  const texts = useApp().texts.value.period;
  const id = useId();
  const [from, setFrom] = useState(shown.first);
  const [to, setTo] = useState(shown.last);
  const [mistake, setMistake] = useState<'missing' | 'backwards' | null>(null);
  const apply = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const found = !isDate(from) || !isDate(to) ? 'missing' : from > to ? 'backwards' : null;
    setMistake(found);
    if (found === null) onApply(from, to);
  };
  const field = { type: 'date', max: latest, 'aria-invalid': mistake !== null } as const;
  const described = mistake === null ? undefined : `${id}-mistake`;
  return (
    <form class="custom-period" onSubmit={apply} noValidate>
      <p class="sheet-title">{title}</p>
      <label>
        <span>{texts.from}</span>
        <input
          {...field}
          name="from"
          value={from}
          aria-describedby={described}
          onInput={(event) => setFrom(event.currentTarget.value)}
        />
      </label>
      <label>
        <span>{texts.to}</span>
        <input
          {...field}
          name="to"
          value={to}
          aria-describedby={described}
          onInput={(event) => setTo(event.currentTarget.value)}
        />
      </label>
      {mistake === null ? null : (
        <p class="mistake" role="alert" id={described}>
          {texts[mistake]}
        </p>
      )}
      <button type="submit" class="button">
        {texts.apply}
      </button>
    </form>
  );
}
