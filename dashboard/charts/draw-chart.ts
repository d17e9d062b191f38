/** Draws the chart with Chart.js. Loaded after the first paint: the figures do not wait for it. */
import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  type ChartDataset,
  type ChartOptions,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
} from 'chart.js';
import { drawMarks, drawNoteLines, MARK_ROOM } from './draw-marks.ts';
import type { Drawing, Handling } from './drawing.ts';
import { createHatch, type Inks, readInks } from './patterns.ts';
import { selectBuckets } from './select-buckets.ts';
import { topOf } from './series.ts';

Chart.register(
  BarController,
  BarElement,
  CategoryScale,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
);

export type AnyChart = Chart<'bar' | 'line', (number | null)[], string>;
type Dataset = ChartDataset<'bar' | 'line', (number | null)[]>;

export interface DrawnChart {
  update(drawing: Drawing): void;
  destroy(): void;
}

/** @param handling null for a picture that nobody touches, drawn once at its size and twice as fine */
export function drawChart(canvas: HTMLCanvasElement, first: Drawing, handling: (() => Handling) | null): DrawnChart {
  let drawing = first;
  const still = handling === null ? { responsive: false, devicePixelRatio: 2, events: [] } : {};
  const chart: AnyChart = new Chart(canvas, {
    type: 'bar',
    data: dataOf(drawing, readInks(canvas)),
    options: { ...optionsOf(() => drawing, readInks(canvas)), ...still },
    plugins: [
      {
        id: 'marks',
        beforeDatasetsDraw: (drawn) => drawNoteLines(drawn, drawing, readInks(canvas)),
        afterDatasetsDraw: (drawn) => drawMarks(drawn, drawing, readInks(canvas)),
      },
    ],
  });
  const selection = handling && selectBuckets(canvas, chart, () => drawing, handling);
  return {
    update(next) {
      drawing = next;
      const inks = readInks(canvas);
      chart.data = dataOf(drawing, inks);
      chart.options = { ...optionsOf(() => drawing, inks), ...still };
      chart.update();
      selection?.clear();
    },
    destroy: () => {
      selection?.destroy();
      chart.destroy();
    },
  };
}

function dataOf(drawing: Drawing, inks: Inks): { labels: string[]; datasets: Dataset[] } {
  const datasets = drawing.shape === 'rate' ? [lineOf(drawing, inks)] : barsOf(drawing, inks);
  return {
    labels: [...drawing.axis],
    datasets: drawing.before === null ? datasets : [...datasets, beforeOf(drawing, inks)],
  };
}

function barsOf({ bars }: Drawing, inks: Inks): Dataset[] {
  const shape = { maxBarThickness: 44, categoryPercentage: 0.86, barPercentage: 1, borderSkipped: 'start' as const };
  return [
    { ...shape, ...fill(inks.accent), data: bars.map((bar) => bar.measured ?? 0) },
    {
      ...shape,
      data: bars.map((bar) => topOf(bar) - (bar.measured ?? 0)),
      // Of what does not divide nobody can tell the parts apart: it is no pattern, but a tint with an edge.
      ...fill(bars.some(({ measured }) => measured !== null) ? createHatch(inks) : inks.tint),
      borderColor: inks.accent,
      borderWidth: 1,
    },
    {
      ...shape,
      data: bars.map(({ kind, low, high }) => (kind === 'bounds' ? high - low : 0)),
      ...fill(inks.faint),
      borderColor: inks.quiet,
      borderWidth: 1,
    },
  ];
}

function lineOf({ bars }: Drawing, inks: Inks): Dataset {
  return {
    ...{ type: 'line', stack: 'now', data: bars.map(({ best }) => best) },
    ...{ borderColor: inks.accent, borderWidth: 2, borderJoinStyle: 'round', spanGaps: false },
    ...dots(bars.length > 62 ? 1.2 : 3, inks.accent),
  };
}

/** A thin broken line over the bars: told apart by its form, not by its colour. */
function beforeOf({ before, bars }: Drawing, inks: Inks): Dataset {
  return {
    ...{ type: 'line', stack: 'before', order: -1, data: bars.map((_bar, index) => before?.[index] ?? null) },
    ...{ borderColor: inks.ink, borderWidth: 1.5, borderDash: [5, 4], spanGaps: false },
    ...dots(bars.length > 62 ? 0 : 1.5, inks.ink),
  };
}

function dots(radius: number, colour: string) {
  return { pointRadius: radius, pointHoverRadius: radius + 1, pointBorderWidth: 0, ...pointFill(colour) };
}

function pointFill(colour: string) {
  return { pointBackgroundColor: colour, pointHoverBackgroundColor: colour, pointHoverBorderWidth: 0 };
}

/** The same under the pointer: the library would lighten it into a colour that is none of ours. */
function fill(colour: string | CanvasPattern) {
  return { backgroundColor: colour, hoverBackgroundColor: colour };
}

function optionsOf(current: () => Drawing, inks: Inks): ChartOptions<'bar' | 'line'> {
  const font = { family: inks.fontFamily, size: 12 };
  const { shape, bars, before, notes } = current();
  return {
    responsive: true,
    maintainAspectRatio: false,
    // Bars that grow again at every refresh would draw the eye for nothing.
    animation: false,
    interaction: { mode: 'index', intersect: false },
    layout: { padding: { top: notes.some((each) => each.length > 0) ? MARK_ROOM : 6 } },
    scales: {
      x: {
        stacked: true,
        offset: true,
        border: { color: inks.line },
        grid: { display: false },
        ticks: { color: inks.quiet, font, maxRotation: 0, autoSkipPadding: 18 },
      },
      y: {
        stacked: true,
        beginAtZero: true,
        border: { display: false },
        grid: { color: inks.line, tickLength: 0 },
        // The ends of the intervals belong into the picture too, and so does the other period.
        suggestedMax: Math.max(
          shape === 'rate' ? 1 : 4,
          ...bars.map(({ high }) => high),
          ...(before ?? []).map(Number),
        ),
        ticks: {
          color: inks.quiet,
          font,
          padding: 8,
          ...(shape !== 'rate' && { precision: 0 }),
          maxTicksLimit: 5,
          callback: (value) => current().say(Number(value)),
        },
      },
    },
    plugins: {
      tooltip: {
        displayColors: false,
        backgroundColor: inks.ink,
        titleColor: inks.card,
        bodyColor: inks.card,
        titleFont: { ...font, size: 13, weight: 600 },
        bodyFont: { ...font, size: 13 },
        padding: 12,
        cornerRadius: 8,
        caretSize: 5,
        // One box of words for the whole bar, not a line per part.
        filter: ({ datasetIndex }) => datasetIndex === 0,
        callbacks: {
          title: ([item]) => (item === undefined ? '' : current().titleOf(item.dataIndex)),
          label: ({ dataIndex }) => current().linesOf(dataIndex),
        },
      },
    },
  };
}
