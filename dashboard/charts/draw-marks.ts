/** What stands on the bars: the interval of an estimate as a whisker, a star on days that a restart has broken, numbers of notes. */
import type { Chart } from 'chart.js';
import type { Drawing } from './drawing.ts';
import type { Inks } from './patterns.ts';

const WIDEST_CAP = 14;
/** Room for the mark above the highest part of its bar. */
const MARK_GAP = 4;

/** Height above the bars for the numbers of notes, in CSS pixels. */
export const MARK_ROOM = 26;
const NOTE_RADIUS = 8.5;

export function drawMarks(chart: Chart, { bars, notes, shape }: Drawing, inks: Inks): void {
  const { ctx: pen, scales } = chart;
  const boxes = chart.getDatasetMeta(0).data;
  pen.save();
  bars.forEach((bar, index) => {
    const box = boxes[index];
    const scale = scales.y;
    if (box === undefined || scale === undefined || shape === 'rate') return;
    const { x, width } = box.getProps(['x', 'width'], true) as unknown as { x: number; width: number };
    const [top, bottom] = [scale.getPixelForValue(bar.high), scale.getPixelForValue(bar.low)];
    if (bar.kind === 'estimate') drawWhisker(pen, { x, top, bottom, cap: Math.min(width * 0.5, WIDEST_CAP) / 2 }, inks);
    if (bar.isBroken) drawStar(pen, x, top - MARK_GAP, inks);
  });
  notes.forEach((numbers, index) => {
    const x = scales.x?.getPixelForValue(index);
    if (numbers.length > 0 && x !== undefined) drawNote(pen, x, chart.chartArea, numbers, inks);
  });
  pen.restore();
}

/** Thin lines from the numbers of notes down to the days, behind everything else. */
export function drawNoteLines({ ctx: pen, scales, chartArea }: Chart, { notes }: Drawing, { line }: Inks): void {
  pen.save();
  pen.strokeStyle = line;
  pen.lineWidth = 1;
  notes.forEach((numbers, index) => {
    const x = scales.x?.getPixelForValue(index);
    if (numbers.length === 0 || x === undefined) return;
    pen.beginPath();
    pen.moveTo(x, chartArea.top - 6);
    pen.lineTo(x, chartArea.bottom);
    pen.stroke();
  });
  pen.restore();
}

/** The number of a day's first note above its bar; a plus stands for further ones. */
function drawNote(
  pen: CanvasRenderingContext2D,
  x: number,
  { top }: { top: number },
  [first = 0, ...others]: readonly number[],
  { ink, card, fontFamily }: Inks,
): void {
  const y = top - NOTE_RADIUS - 6;
  pen.fillStyle = ink;
  pen.beginPath();
  pen.arc(x, y, NOTE_RADIUS, 0, 2 * Math.PI);
  pen.fill();
  pen.fillStyle = card;
  pen.font = `600 ${others.length > 0 || first > 9 ? 9 : 11}px ${fontFamily}`;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillText(`${first}${others.length > 0 ? '+' : ''}`, x, y + 0.5);
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
