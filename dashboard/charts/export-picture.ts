/** The chart as a picture, with everything that is needed to read it: title, site, period, legend, notes. Loaded when asked for. */
import { fileName, saveFile } from '../files/save-file.ts';
import type { Drawing } from './drawing.ts';
import type { LegendPart } from './legend.ts';
import { createHatch, type Inks, readInks } from './patterns.ts';

export interface Caption {
  title: string;
  site: string;
  period: string;
  legend: readonly LegendPart[];
  /** What else a reader has to know, and the notes on days. */
  lines: readonly string[];
}

const WIDTH = 1200;
const HEIGHT = 640;
const SCALE = 2;
const EDGE = 48;
const HEAD = 128;
const LINE = 22;
const SWATCH = 12;

/** @param name its parts, as `fileName` takes them */
export async function savePicture(name: readonly string[], drawing: Drawing, caption: Caption): Promise<void> {
  const content = await paintPicture(drawing, caption);
  if (content !== null) saveFile(fileName(name, 'png'), content);
}

async function paintPicture(drawing: Drawing, { title, site, period, legend, lines }: Caption): Promise<Blob | null> {
  const inks = readInks();
  const paper = document.createElement('canvas');
  paper.width = WIDTH * SCALE;
  paper.height = HEIGHT * SCALE;
  const pen = paper.getContext('2d');
  if (pen === null) return null;
  pen.scale(SCALE, SCALE);
  pen.fillStyle = inks.card;
  pen.fillRect(0, 0, WIDTH, HEIGHT);
  const serif = getComputedStyle(document.documentElement).getPropertyValue('--serif').trim() || 'serif';
  const write = (text: string, y: number, font: string, colour: string) => {
    pen.font = font;
    pen.fillStyle = colour;
    pen.fillText(text, EDGE, y, WIDTH - 2 * EDGE);
  };
  write(title, EDGE + 18, `600 28px ${serif}`, inks.ink);
  write(`${site} \u00b7 ${period}`, EDGE + 46, `16px ${inks.fontFamily}`, inks.quiet);
  paintLegend(pen, legend, EDGE + 74, inks);
  const foot = HEIGHT - EDGE + 16 - Math.max(0, lines.length - 1) * LINE;
  for (const [index, line] of lines.entries()) write(line, foot + index * LINE, `14px ${inks.fontFamily}`, inks.quiet);

  const plot = document.createElement('canvas');
  const [width, height] = [WIDTH - 2 * EDGE, foot - LINE - HEAD];
  plot.width = width;
  plot.height = height;
  const { drawChart } = await import('./draw-chart.ts');
  const drawn = drawChart(plot, drawing, null);
  pen.drawImage(plot, EDGE, HEAD, width, height);
  drawn.destroy();
  return new Promise((resolve) => paper.toBlob(resolve, 'image/png'));
}

function paintLegend(pen: CanvasRenderingContext2D, legend: readonly LegendPart[], y: number, inks: Inks): void {
  pen.font = `14px ${inks.fontFamily}`;
  let x = EDGE;
  for (const { part, text } of legend) {
    paintSwatch(pen, part, x, y - SWATCH + 1, inks);
    pen.fillStyle = inks.quiet;
    pen.fillText(text, x + SWATCH + 12, y);
    x += SWATCH + 12 + pen.measureText(text).width + 24;
  }
}

/** The same signs as the style sheet's. */
function paintSwatch(pen: CanvasRenderingContext2D, part: LegendPart['part'], x: number, y: number, inks: Inks): void {
  pen.save();
  pen.strokeStyle = { whisker: inks.ink, before: inks.ink, possible: inks.quiet }[part as 'whisker'] ?? inks.accent;
  pen.lineWidth = part === 'whisker' || part === 'before' || part === 'line' ? 2 : 1;
  pen.beginPath();
  if (part === 'whisker' || part === 'before' || part === 'line') {
    const middle = y + SWATCH / 2;
    if (part === 'before') pen.setLineDash([5, 4]);
    pen.moveTo(x, middle);
    pen.lineTo(x + SWATCH + 4, middle);
    for (const end of part === 'whisker' ? [x, x + SWATCH + 4] : []) {
      pen.moveTo(end, y + 1);
      pen.lineTo(end, y + SWATCH - 1);
    }
  } else {
    pen.fillStyle = {
      granted: inks.accent,
      anonymous: createHatch(inks),
      possible: inks.faint,
      whole: inks.tint,
    }[part];
    pen.rect(x + 0.5, y + 0.5, SWATCH, SWATCH);
    pen.fill();
  }
  pen.stroke();
  pen.restore();
}
