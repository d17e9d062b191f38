/** Pageviews of the last 30 minutes as a table, the latest first. */
import type { Current } from '../api/realtime.ts';
import { sayHidden } from '../disclosure/say-hidden.ts';
import { useApp, useTexts } from '../state/app.ts';

export function MinuteTable({ current }: { current: Current }) {
  const { format } = useApp();
  const texts = useTexts('explore');
  const words = texts.value.live;
  return (
    // It scrolls, so the keyboard has to reach it.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section class="wide-table sideways minute-table" tabIndex={0} aria-label={words.table}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.minute}</th>
            <th scope="col">{texts.value.metrics.pageviews}</th>
          </tr>
        </thead>
        <tbody>
          {current.minutes.toReversed().map((count, ago) => (
            <tr key={ago} data-minute={ago} data-count={String(count)}>
              <th scope="row">{words.ago(ago)}</th>
              <td>{count === null ? sayHidden(current, format.value) : format.value.count(count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
