/** Fills that differ by more than colour: solid, hatched, and faint. */

export interface Inks {
  accent: string;
  tint: string;
  hatch: string;
  faint: string;
  ink: string;
  quiet: string;
  line: string;
  card: string;
  fontFamily: string;
}

/**
 * The style sheet's own colours where the chart stands, so that it follows the theme.
 * @param canvas without one, and outside the page, those of the page
 */
export function readInks(canvas?: HTMLCanvasElement): Inks {
  const style = getComputedStyle(canvas?.isConnected ? canvas : document.documentElement);
  const read = (name: string) => style.getPropertyValue(name).trim();
  return {
    accent: read('--petrol'),
    tint: read('--tint'),
    hatch: read('--hatch'),
    faint: read('--faint'),
    ink: read('--ink'),
    quiet: read('--quiet'),
    line: read('--line'),
    card: read('--card'),
    fontFamily: getComputedStyle(document.body).fontFamily,
  };
}

const TILE = 6;

/** Diagonal lines on a tint: the same as the style sheet's hatched parts. */
export function createHatch({ hatch, tint }: Inks): CanvasPattern | string {
  const scale = window.devicePixelRatio || 1;
  const tile = document.createElement('canvas');
  tile.width = TILE * scale;
  tile.height = TILE * scale;
  const pen = tile.getContext('2d');
  if (pen === null) return tint;
  pen.scale(scale, scale);
  pen.fillStyle = tint;
  pen.fillRect(0, 0, TILE, TILE);
  pen.strokeStyle = hatch;
  pen.lineWidth = 1;
  pen.beginPath();
  // Three strokes, so that the lines go on over the edges of the tile.
  for (const shift of [-TILE, 0, TILE]) {
    pen.moveTo(shift - 1, TILE + 1);
    pen.lineTo(shift + TILE + 1, -1);
  }
  pen.stroke();
  const pattern = pen.createPattern(tile, 'repeat');
  pattern?.setTransform(new DOMMatrix().scale(1 / scale));
  return pattern ?? tint;
}
