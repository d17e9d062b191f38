/** Chooses the period: a word, two dates, or the period beside the one on show; each by a key too. */
import { useApp } from '../state/app.ts';
import { daysOf, PERIOD_WORDS, type PeriodWord } from '../state/period.ts';
import { stepPeriod } from '../state/step-period.ts';
import { useShortcut } from '../state/use-shortcut.ts';
import { useView } from '../state/use-view.ts';
import { DatesForm } from './dates-form.tsx';
import { ArrowIcon } from './icons.tsx';
import { Link } from './link.tsx';
import { Menu } from './menu.tsx';

/** After the English words, which the help sheet shows beside those of the reader. */
const KEYS: Partial<Record<PeriodWord, string>> = {
  day: 'd',
  yesterday: 'e',
  '7d': 'w',
  month: 'm',
  last_month: 'l',
  '12mo': 'n',
  year: 'y',
  all: 'a',
};

export function PeriodPicker({ today }: { today: string }) {
  const { texts, format } = useApp();
  const { view, hrefOf, go } = useView();
  const { period } = view;
  const { words, choose, custom } = texts.value.period;
  const label = 'word' in period ? words[period.word] : format.value.days({ first: period.from, last: period.to });
  return (
    <div class="period">
      <Step today={today} step={-1} />
      <Menu
        label={<span class="clipped">{label}</span>}
        name={`${choose}: ${label}`}
        align="end"
        shortcut={{ key: 'p', group: 'period', say: ({ shortcuts }) => shortcuts.names.period }}
      >
        {(close) => (
          <>
            <ul class="choices choices-two">
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
            <DatesForm
              title={custom}
              shown={daysOf(period, today) ?? { first: today, last: today }}
              latest={today}
              onApply={(from, to) => {
                go({ period: { from, to } });
                close();
              }}
            />
          </>
        )}
      </Menu>
      <Step today={today} step={1} />
      {PERIOD_WORDS.map((word) => (
        <WordKey key={word} word={word} />
      ))}
    </div>
  );
}

/** The period before or after, as a link; where there is none its place is kept. */
function Step({ today, step }: { today: string; step: 1 | -1 }) {
  const { texts } = useApp();
  const { view, hrefOf, go } = useView();
  const period = stepPeriod(view.period, today, step);
  const name = step < 0 ? 'previous' : 'next';
  const label = texts.value.period[name];
  useShortcut(
    {
      key: step < 0 ? 'ArrowLeft' : 'ArrowRight',
      group: 'period',
      say: ({ shortcuts }) => shortcuts.names[name],
      run: () => (period === null ? false : go({ period })),
    },
    true,
  );
  const icon = <ArrowIcon isBack={step < 0} />;
  if (period !== null)
    return (
      <Link class="icon-button period-step" href={hrefOf({ period })} label={label} title={label}>
        {icon}
      </Link>
    );
  return (
    <button type="button" class="icon-button period-step" disabled aria-label={label} title={label}>
      {icon}
    </button>
  );
}

/** Has no look of its own: the key of one of the words. */
function WordKey({ word }: { word: PeriodWord }) {
  const { go } = useView();
  useShortcut(
    {
      key: KEYS[word] ?? '',
      group: 'period',
      say: ({ period }) => period.words[word],
      run: () => go({ period: { word } }),
    },
    KEYS[word] !== undefined,
  );
  return null;
}
