/** What stands on the bars: the interval of an estimate as a whisker, and a mark on days that a restart has broken. */
import type { Chart } from 'chart.js';
import type { Inks } from './patterns.ts';
import type { Bar } from './series.ts';

const WIDEST_CAP = 14;
/** Room for the mark above the highest part of its bar. */
const MARK_GAP = 4;

export function drawMarks(chart: Chart<'bar'>, bars: readonly Bar[], inks: Inks): void {
  const { ctx: pen, scales } = chart;
  const boxes = chart.getDatasetMeta(0).data;
  pen.save();
  bars.forEach((bar, index) => {
    const box = boxes[index];
    const scale = scales.y;
    if (box === undefined || scale === undefined) return;
    const { x, width } = box.getProps(['x', 'width'], true) as { x: number; width: number };
    const [top, bottom] = [scale.getPixelForValue(bar.high), scale.getPixelForValue(bar.low)];
    if (bar.kind === 'estimate') drawWhisker(pen, { x, top, bottom, cap: Math.min(width * 0.5, WIDEST_CAP) / 2 }, inks);
    if (bar.isBroken) drawStar(pen, x, top - MARK_GAP, inks);
  });
  pen.restore();
}

interface Whisker {
  x: number;
  top: number;
  bottom: number;
  /** Half the width of its ends. */
  cap: number;
}

function drawWhisker(pen: CanvasRenderingContext2D, { x, top, bottom, cap }: Whisker, { ink, card }: Inks): void {
  pen.beginPath();
  pen.moveTo(x, top);
  pen.lineTo(x, bottom);
  for (const y of [top, bottom]) {
    pen.moveTo(x - cap, y);
    pen.lineTo(x + cap, y);
  }
  // A light edge first: the line stays visible on the hatching and on the solid part alike.
  for (const [colour, width] of [
    [card, 4],
    [ink, 1.5],
  ] as const) {
    pen.strokeStyle = colour;
    pen.lineWidth = width;
    pen.stroke();
  }
}

function drawStar(pen: CanvasRenderingContext2D, x: number, y: number, { ink, fontFamily }: Inks): void {
  pen.fillStyle = ink;
  pen.font = `600 16px ${fontFamily}`;
  pen.textAlign = 'center';
  pen.textBaseline = 'alphabetic';
  pen.fillText('*', x, y + 6);
}
