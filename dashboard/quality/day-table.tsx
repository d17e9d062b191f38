/** What was kept and dropped on each day, unfolded on demand. */
import type { Quality } from '../api/quality.ts';
import { useApp } from '../state/app.ts';

/** Beyond these the others are one column. */
const MOST_REASONS = 4;

export function DayTable({ quality: { days, dropped } }: { quality: Quality }) {
  const { texts, format } = useApp();
  const words = texts.value.quality;
  const { count } = format.value;
  if (days.length === 0) return <p class="panel-note">{words.nothing}</p>;
  const names = dropped.slice(0, MOST_REASONS).map(([name]) => name);
  const hasOthers = dropped.length > MOST_REASONS;
  const reasons = words.reasons as Readonly<Record<string, string | undefined>>;
  return (
    <details class="quality-days">
      <summary>{words.byDay}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section class="list-scroll sideways" tabIndex={0} aria-label={words.byDay}>
        <table class="list">
          <thead>
            <tr>
              <th scope="col">{texts.value.chart.columns.day}</th>
              <th scope="col">{words.kept}</th>
              {names.map((name) => (
                <th scope="col" key={name}>
                  {reasons[name] ?? name}
                </th>
              ))}
              {hasOthers ? <th scope="col">{words.others}</th> : null}
              <th scope="col">{words.restarts}</th>
            </tr>
          </thead>
          <tbody>
            {days.map((day) => {
              const amounts = new Map(day.dropped);
              const others = day.dropped.filter(([name]) => !names.includes(name));
              return (
                <tr key={day.date} data-day={day.date}>
                  <th scope="row">{format.value.bucket(day.date, 'day', 'long')}</th>
                  <td>{count(day.kept)}</td>
                  {names.map((name) => (
                    <td key={name}>{count(amounts.get(name) ?? 0)}</td>
                  ))}
                  {hasOthers ? <td>{count(others.reduce((sum, [, amount]) => sum + amount, 0))}</td> : null}
                  <td>{count(day.restarts)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
    </details>
  );
}
