/** A small line of a site's pageviews, bucket by bucket, on its own scale; it breaks off where figures are hidden, and ends at the present. */
import { useApp, useTexts } from '../state/app.ts';
import type { SiteFigures } from './ask-figures.ts';

const [WIDTH, HEIGHT, EDGE] = [112, 28, 2];

export function DayLine({ line, buckets }: Pick<SiteFigures, 'line' | 'buckets'>) {
  const { format } = useApp();
  const words = useTexts('office').value.overview;
  const told = line.filter((value) => value !== null);
  if (told.length === 0) return null;
  const most = Math.max(1, ...told);
  const [low, high] = [Math.min(...told), Math.max(...told)];
  const name = words.line(format.value.count(low), format.value.count(high));
  const step = (WIDTH - 2 * EDGE) / Math.max(1, buckets - 1);
  let isOpen = false;
  const path = line
    .map((value, index) => {
      if (value === null) {
        isOpen = false;
        return '';
      }
      const move = isOpen ? 'L' : 'M';
      isOpen = true;
      const [x, y] = [EDGE + index * step, HEIGHT - EDGE - (value / most) * (HEIGHT - 2 * EDGE)];
      // A line to itself is a dot: one bucket alone would not be seen.
      return `${move}${x.toFixed(1)} ${y.toFixed(1)}${move === 'M' ? 'h0.01' : ''}`;
    })
    .join('');
  return (
    <svg class="day-line" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} role="img" aria-label={name}>
      <title>{name}</title>
      <path d={path} />
    </svg>
  );
}
