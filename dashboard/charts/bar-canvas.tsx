/** The picture of the chart, to be looked at, dragged over and walked through by keys; its figures stand in the table too. */
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { useApp } from '../state/app.ts';
import type { DrawnChart } from './draw-chart.ts';
import type { Drawing, Handling } from './drawing.ts';

interface BarCanvasProps {
  drawing: Drawing;
  summary: string;
  zoom: Handling['zoom'];
  saySelected: Handling['saySelected'];
}

export function BarCanvas({ drawing, summary, zoom, saySelected }: BarCanvasProps) {
  const { theme, texts } = useApp();
  const words = texts.value.chart;
  const canvas = useRef<HTMLCanvasElement>(null);
  const chart = useRef<DrawnChart | null>(null);
  const [heard, setHeard] = useState('');
  const latest = useRef({ drawing, handling: { zoom, saySelected, announce: setHeard } });
  latest.current = { drawing, handling: { zoom, saySelected, announce: setHeard } };
  const id = useId();

  useEffect(() => {
    let isGone = false;
    void import('./draw-chart.ts')
      .then(({ drawChart }) => {
        if (isGone || canvas.current === null) return;
        chart.current = drawChart(canvas.current, latest.current.drawing, () => latest.current.handling);
        canvas.current.dataset.drawn = 'true';
      })
      // Without the picture there is still the table.
      .catch(() => undefined);
    return () => {
      isGone = true;
      chart.current?.destroy();
      chart.current = null;
    };
  }, []);

  useEffect(() => {
    chart.current?.update(drawing);
  }, [drawing]);

  // Other colours mean other inks, read from the style sheet; at once, since paper does not wait for the next frame.
  useEffect(() => theme.current.subscribe(() => chart.current?.update(latest.current.drawing)), [theme]);

  return (
    <>
      {/* The arrow keys belong to the chart: a reader of the screen has to pass them on. */}
      <div
        class="chart-plot"
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it is walked through by keys
        tabIndex={0}
        aria-label={summary}
        aria-describedby={id}
        data-zooms={zoom !== null}
      >
        <canvas ref={canvas} role="img" aria-label={summary} />
      </div>
      <p class="unseen" id={id}>
        {zoom === null ? words.keys : words.keysZoom}
      </p>
      <output class="unseen" aria-live="polite" data-heard>
        {heard}
      </output>
    </>
  );
}
