/** Chooses what the period is compared with. */
import { useApp } from '../state/app.ts';
import { COMPARISON_MODES, incomparable } from '../state/comparison.ts';
import { addDays, countDays, type Days, daysOf } from '../state/period.ts';
import { useView } from '../state/use-view.ts';
import { DatesForm } from './dates-form.tsx';
import { Link } from './link.tsx';
import { Menu } from './menu.tsx';

export function ComparisonPicker({ today }: { today: string }) {
  const { texts, format } = useApp();
  const { view, hrefOf, go } = useView();
  const { comparison, period } = view;
  const { choose, modes, short, customTitle, incomparable: reasons } = texts.value.comparison;
  const reason = incomparable(period, today);
  const label = reason === null ? short[comparison.mode] : short.none;
  const dates =
    comparison.mode === 'custom' ? ` (${format.value.days({ first: comparison.from, last: comparison.to })})` : '';
  return (
    <Menu
      label={<span class="clipped">{label}</span>}
      name={`${choose}: ${label}${reason === null ? dates : ''}`}
      align="end"
      shortcut={{ key: 'c', group: 'period', say: ({ shortcuts }) => shortcuts.names.comparison }}
    >
      {(close) => (
        <>
          {reason === null ? null : <p class="choices-none">{reasons[reason]}</p>}
          <ul class="choices">
            {COMPARISON_MODES.map((mode) =>
              mode === 'custom' ? null : (
                <li key={mode}>
                  <Link href={hrefOf({ comparison: { mode } })} isCurrent={comparison.mode === mode} onFollow={close}>
                    {modes[mode]}
                  </Link>
                </li>
              ),
            )}
          </ul>
          <DatesForm
            title={customTitle}
            shown={
              comparison.mode === 'custom'
                ? { first: comparison.from, last: comparison.to }
                : daysBefore(daysOf(period, today) ?? { first: today, last: today })
            }
            latest={today}
            onApply={(from, to) => {
              go({ comparison: { mode: 'custom', from, to } });
              close();
            }}
          />
        </>
      )}
    </Menu>
  );
}

/** As many days that end where these begin. */
function daysBefore(days: Days): Days {
  return { first: addDays(days.first, -countDays(days)), last: addDays(days.first, -1) };
}
