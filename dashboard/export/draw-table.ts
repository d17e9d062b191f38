/** Draws a table with bars as a picture: what a panel shows, with the words that it needs on its own. */

import type { Bar } from '../panels/bar.ts';

export interface Drawing {
  title: string;
  /** Site, period, filters. */
  lines: readonly string[];
  columns: readonly [name: string, ...figures: string[]];
  rows: readonly DrawnRow[];
}

export interface DrawnRow {
  name: string;
  /** 0 to 1. */
  bar: Bar;
  cells: readonly string[];
}

const WIDTH = 900;
const MARGIN = 36;
const ROW = 32;
const LINE = 22;
const TITLE = 34;
const MOST_CELL = 170;
/** Twice as many points, so that it may be printed. */
const SCALE = 2;
const SANS = 'system-ui, sans-serif';

/** @returns a PNG */
export function drawTable(drawing: Drawing): Promise<Blob> {
  const { title, lines, columns, rows } = drawing;
  const style = getComputedStyle(document.documentElement);
  const ink = (name: string) => style.getPropertyValue(`--${name}`).trim();
  const top = MARGIN + TITLE + lines.length * LINE + 14;
  const height = top + ROW * (rows.length + 1) + MARGIN;
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH * SCALE;
  canvas.height = height * SCALE;
  const pen = canvas.getContext('2d');
  if (pen === null) return Promise.reject(new Error('This browser draws no pictures.'));
  pen.scale(SCALE, SCALE);
  pen.fillStyle = ink('card');
  pen.fillRect(0, 0, WIDTH, height);
  pen.textBaseline = 'middle';
  pen.direction = 'ltr';

  const write = (text: string, x: number, y: number, room: number, font: string, colour: string, isEnd = false) => {
    pen.font = font;
    pen.fillStyle = ink(colour);
    pen.textAlign = isEnd ? 'right' : 'left';
    pen.fillText(isolate(clip(text, room, (each) => pen.measureText(each).width)), x, y);
  };
  const inner = WIDTH - 2 * MARGIN;
  write(title, MARGIN, MARGIN + TITLE / 2, inner, `600 22px ${ink('serif')}`, 'ink');
  lines.forEach((line, index) => {
    write(line, MARGIN, MARGIN + TITLE + LINE * (index + 0.5), inner, `14px ${SANS}`, 'quiet');
  });

  const figures = columns.length - 1;
  const cell = Math.min(MOST_CELL, (inner * 0.75) / Math.max(1, figures));
  const nameRoom = inner - cell * figures - 16;
  columns.forEach((column, index) => {
    const x = index === 0 ? MARGIN : WIDTH - MARGIN - cell * (figures - index);
    write(column, x, top + ROW / 2, index === 0 ? nameRoom : cell - 8, `13px ${SANS}`, 'quiet', index > 0);
  });
  rows.forEach((row, at) => {
    const y = top + ROW * (at + 1);
    const { known, reach } = row.bar;
    const [length, end] = [Math.max(3, nameRoom * known), Math.max(3, nameRoom * reach)];
    if (reach > known) {
      pen.fillStyle = ink('faint');
      pen.fillRect(MARGIN, y + 2, end, ROW - 4);
      pen.strokeStyle = ink('edge');
      pen.strokeRect(MARGIN + 0.5, y + 2.5, end - 1, ROW - 5);
    }
    if (known > 0) {
      pen.fillStyle = ink('tint');
      pen.fillRect(MARGIN, y + 2, length, ROW - 4);
    }
    write(row.name, MARGIN + 10, y + ROW / 2, nameRoom - 14, `15px ${SANS}`, 'ink');
    row.cells.forEach((text, index) => {
      const x = WIDTH - MARGIN - cell * (figures - 1 - index);
      write(text, x, y + ROW / 2, cell - 8, `${index === 0 ? '600 ' : ''}15px ${SANS}`, 'ink', true);
    });
  });
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error('The picture is empty.')) : resolve(blob)), 'image/png');
  });
}

/** The text, or as much of its beginning as there is room for. */
export function clip(text: string, room: number, widthOf: (text: string) => number): string {
  const line = text.replaceAll(/\s+/g, ' ');
  if (widthOf(line) <= room) return line;
  // By what a reader takes for one sign: half of an emoji is none.
  const signs = [...new Intl.Segmenter().segment(line.slice(0, 300))].map(({ segment }) => segment);
  let [low, high] = [0, signs.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (widthOf(`${signs.slice(0, middle).join('')}…`) <= room) low = middle;
    else high = middle - 1;
  }
  return `${signs.slice(0, low).join('')}…`;
}

/** What a visitor has sent must not turn round what stands beside it. */
function isolate(text: string): string {
  return `\u2068${text}\u2069`;
}
