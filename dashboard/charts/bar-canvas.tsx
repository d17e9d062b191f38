/** The picture of the bars; what it shows is also said in words, and stands in the table. */
import { useEffect, useRef } from 'preact/hooks';
import { useApp } from '../state/app.ts';
import type { Drawing, DrawnChart } from './draw-chart.ts';

interface BarCanvasProps {
  drawing: Drawing;
  summary: string;
}

export function BarCanvas({ drawing, summary }: BarCanvasProps) {
  const { theme } = useApp();
  const canvas = useRef<HTMLCanvasElement>(null);
  const chart = useRef<DrawnChart | null>(null);
  const latest = useRef(drawing);
  latest.current = drawing;
  const colours = theme.current.value;

  useEffect(() => {
    let isGone = false;
    void import('./draw-chart.ts')
      .then(({ drawChart }) => {
        if (!isGone && canvas.current !== null) chart.current = drawChart(canvas.current, latest.current);
      })
      // Without the picture there is still the table.
      .catch(() => undefined);
    return () => {
      isGone = true;
      chart.current?.destroy();
      chart.current = null;
    };
  }, []);

  // Other colours mean other inks, read from the style sheet.
  useEffect(() => {
    chart.current?.update(drawing);
  }, [drawing, colours]);

  return <canvas ref={canvas} role="img" aria-label={summary} />;
}
