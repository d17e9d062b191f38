/** The consent rate as a line over an area; drawn as SVG, so that it follows the colours without a script. */
import { useApp } from '../state/app.ts';
import type { Bucket } from '../state/period.ts';
import { type RatePoint, shareOf, topOf } from './consent-rate.ts';

interface RateLineProps {
  /** What the line shows. */
  name: string;
  points: readonly RatePoint[];
  bucket: Bucket;
  summary: string;
}

export function RateLine({ name, points, bucket, summary }: RateLineProps) {
  const { format } = useApp();
  const top = topOf(points);
  const short = (point: RatePoint | undefined) => (point ? format.value.bucket(point.label, bucket, 'short') : '');
  const width = 100 / Math.max(1, points.length);
  const runs = runsOf(points, top);
  return (
    <div class="rate-chart">
      <div class="rate-scale" aria-hidden="true">
        <span>{format.value.percent(top)}</span>
        <span>{format.value.percent(0)}</span>
      </div>
      <svg viewBox="0 0 100 100" preserveAspectRatio="none" role="img" aria-label={`${name}. ${summary}`}>
        <path class="rate-grid" d="M0 0H100M0 50H100M0 100H100" />
        {runs.map((run) => (
          <path key={run[0]?.x} class="rate-area" d={`${lineOf(run)}V100H${run[0]?.x ?? 0}Z`} />
        ))}
        {runs.map((run) => (
          // A point alone is a line of no length: its round end makes it a dot.
          <path key={run[0]?.x} class="rate-line" d={`${lineOf(run)}h0`} />
        ))}
        {points.map((point, index) => (
          <rect key={point.label} class="rate-hit" x={index * width} y="0" width={width} height="100">
            <title>{`${format.value.bucket(point.label, bucket, 'long')}: ${sayShare(point, format.value.percent)}`}</title>
          </rect>
        ))}
      </svg>
      <div class="rate-axis" aria-hidden="true">
        <span>{short(points[0])}</span>
        <span>{points.length > 1 ? short(points.at(-1)) : ''}</span>
      </div>
    </div>
  );
}

function sayShare(point: RatePoint, percent: (ratio: number) => string): string {
  const share = shareOf(point);
  return share === null ? '–' : percent(share);
}

interface Spot {
  x: number;
  y: number;
}

/** Stretches of buckets with somebody in them; a gap in the traffic is a gap in the line. */
function runsOf(points: readonly RatePoint[], top: number): Spot[][] {
  const runs: Spot[][] = [[]];
  points.forEach((point, index) => {
    const share = shareOf(point);
    if (share === null) runs.push([]);
    else runs.at(-1)?.push({ x: ((index + 0.5) / points.length) * 100, y: 100 - (share / top) * 100 });
  });
  return runs.filter((run) => run.length > 0);
}

function lineOf(run: readonly Spot[]): string {
  return run.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x.toFixed(2)} ${y.toFixed(2)}`).join('');
}
