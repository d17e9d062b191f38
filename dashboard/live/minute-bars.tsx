/** Pageviews of the last 30 minutes as bars, the oldest first. */
import type { Current } from '../api/realtime.ts';
import { useApp, useTexts } from '../state/app.ts';
import { topOf } from './minute-scale.ts';
import { sayMinutes } from './say-minutes.ts';

const NAMED_EVERY = 10;

export function MinuteBars({ current }: { current: Current }) {
  const { format } = useApp();
  const texts = useTexts('explore');
  const words = texts.value.live;
  const { minutes } = current;
  const top = topOf(minutes);
  return (
    <div class="minutes-plot" role="img" aria-label={sayMinutes(current, texts.value, format.value)}>
      <div class="minutes-scale" aria-hidden="true">
        {[top, top / 2, 0].map((each) => (
          <span key={each}>{format.value.count(each)}</span>
        ))}
      </div>
      <div class="minutes">
        {minutes.map((count, index) => {
          const ago = minutes.length - 1 - index;
          return (
            <span
              key={index}
              data-minute={ago}
              data-count={String(count)}
              data-hidden={count === null}
              title={`${words.ago(ago)}: ${count === null ? texts.value.disclosure.hidden : format.value.count(count)}`}
              style={{ blockSize: count === null ? '8%' : `${(count / top) * 100}%` }}
            />
          );
        })}
      </div>
      <div class="minutes-axis" aria-hidden="true">
        {[30, 20, NAMED_EVERY, 0].map((ago) => (
          <span key={ago}>{words.before(ago)}</span>
        ))}
      </div>
    </div>
  );
}
