/** Chooses the period: a word, or two dates. */
import type { TargetedSubmitEvent } from 'preact';
import { useState } from 'preact/hooks';
import { useApp } from '../state/app.ts';
import { daysOf, isDate, PERIOD_WORDS, type Period } from '../state/period.ts';
import { useView } from '../state/use-view.ts';
import { Link } from './link.tsx';
import { Menu } from './menu.tsx';

export function PeriodPicker({ today }: { today: string }) {
  const { texts, format } = useApp();
  const { view, hrefOf } = useView();
  const { period } = view;
  const { words, choose } = texts.value.period;
  const label = 'word' in period ? words[period.word] : format.value.days({ first: period.from, last: period.to });
  return (
    <Menu label={<span class="clipped">{label}</span>} name={`${choose}: ${label}`} align="end">
      {(close) => (
        <>
          <ul class="choices">
            {PERIOD_WORDS.map((word) => (
              <li key={word}>
                <Link
                  href={hrefOf({ period: { word } })}
                  isCurrent={'word' in period && period.word === word}
                  onFollow={close}
                >
                  {words[word]}
                </Link>
              </li>
            ))}
          </ul>
          <CustomPeriod period={period} today={today} onApply={close} />
        </>
      )}
    </Menu>
  );
}

function CustomPeriod({ period, today, onApply }: { period: Period; today: string; onApply: () => void }) {
  const texts = useApp().texts.value.period;
  const { go } = useView();
  const shown = daysOf(period, today) ?? { first: today, last: today };
  const [from, setFrom] = useState(shown.first);
  const [to, setTo] = useState(shown.last);
  const [isRefused, setRefused] = useState(false);
  const apply = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const isRight = isDate(from) && isDate(to) && from <= to;
    setRefused(!isRight);
    if (!isRight) return;
    go({ period: { from, to } });
    onApply();
  };
  return (
    <form class="custom-period" onSubmit={apply} noValidate>
      <p class="sheet-title">{texts.custom}</p>
      <label>
        <span>{texts.from}</span>
        <input
          type="date"
          name="from"
          value={from}
          max={today}
          onInput={(event) => setFrom(event.currentTarget.value)}
        />
      </label>
      <label>
        <span>{texts.to}</span>
        <input type="date" name="to" value={to} max={today} onInput={(event) => setTo(event.currentTarget.value)} />
      </label>
      {isRefused ? (
        <p class="mistake" role="alert">
          {texts.backwards}
        </p>
      ) : null}
      <button type="submit" class="button">
        {texts.apply}
      </button>
    </form>
  );
}
