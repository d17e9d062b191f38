/** Draws the bars with Chart.js. Loaded after the first paint: the figures do not wait for it. */
import { BarController, BarElement, CategoryScale, Chart, type ChartOptions, LinearScale, Tooltip } from 'chart.js';
import { drawMarks } from './draw-marks.ts';
import { createHatch, type Inks, readInks } from './patterns.ts';
import { type Bar, topOf } from './series.ts';

Chart.register(BarController, BarElement, CategoryScale, LinearScale, Tooltip);

export interface Drawing {
  bars: readonly Bar[];
  /** Words of a bar: on the axis, and in the box that follows the pointer. */
  axis: readonly string[];
  titleOf: (index: number) => string;
  linesOf: (index: number) => string[];
  count: (value: number) => string;
}

export interface DrawnChart {
  update(drawing: Drawing): void;
  destroy(): void;
}

export function drawChart(canvas: HTMLCanvasElement, first: Drawing): DrawnChart {
  let drawing = first;
  const chart = new Chart(canvas, {
    type: 'bar',
    data: dataOf(drawing, readInks()),
    options: optionsOf(() => drawing, readInks()),
    plugins: [{ id: 'marks', afterDatasetsDraw: (drawn) => drawMarks(drawn, drawing.bars, readInks()) }],
  });
  return {
    update(next) {
      drawing = next;
      const inks = readInks();
      chart.data = dataOf(drawing, inks);
      chart.options = optionsOf(() => drawing, inks);
      chart.update();
    },
    destroy: () => chart.destroy(),
  };
}

function dataOf({ bars, axis }: Drawing, inks: Inks) {
  const shape = { maxBarThickness: 44, categoryPercentage: 0.86, barPercentage: 1, borderSkipped: 'start' as const };
  return {
    labels: [...axis],
    datasets: [
      { ...shape, ...fill(inks.accent), data: bars.map(({ measured }) => measured) },
      {
        ...shape,
        data: bars.map((bar) => topOf(bar) - bar.measured),
        ...fill(createHatch(inks)),
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
    ],
  };
}

/** The same under the pointer: the library would lighten it into a colour that is none of ours. */
function fill(colour: string | CanvasPattern) {
  return { backgroundColor: colour, hoverBackgroundColor: colour };
}

function optionsOf(current: () => Drawing, inks: Inks): ChartOptions<'bar'> {
  const font = { family: inks.fontFamily, size: 12 };
  return {
    responsive: true,
    maintainAspectRatio: false,
    // Bars that grow again at every refresh would draw the eye for nothing.
    animation: false,
    interaction: { mode: 'index', intersect: false },
    layout: { padding: { top: 6 } },
    scales: {
      x: {
        stacked: true,
        border: { color: inks.line },
        grid: { display: false },
        ticks: { color: inks.quiet, font, maxRotation: 0, autoSkipPadding: 18 },
      },
      y: {
        stacked: true,
        beginAtZero: true,
        border: { display: false },
        grid: { color: inks.line, tickLength: 0 },
        // The ends of the intervals belong into the picture too.
        suggestedMax: Math.max(4, ...current().bars.map(({ high }) => high)),
        ticks: {
          color: inks.quiet,
          font,
          padding: 8,
          precision: 0,
          maxTicksLimit: 5,
          callback: (value) => current().count(Number(value)),
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
