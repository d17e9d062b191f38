/** Selecting buckets on the picture: by dragging over it, and by the arrow keys, which read the bars out too. */
import type { AnyChart } from './draw-chart.ts';
import type { Drawing, Handling } from './drawing.ts';

/** Less than this is a click with a shaking hand. */
const SHORTEST_DRAG_PX = 8;

export interface Selection {
  clear(): void;
  destroy(): void;
}

/** @param canvas stands in an element that can be focused, and that the selection is drawn in */
export function selectBuckets(
  canvas: HTMLCanvasElement,
  chart: AnyChart,
  drawing: () => Drawing,
  handling: () => Handling,
): Selection {
  const frame = canvas.parentElement ?? canvas;
  const band = document.createElement('span');
  band.className = 'chart-band';
  band.hidden = true;
  frame.append(band);
  let pressed: { x: number; index: number } | null = null;
  let isDragged = false;
  /** Where the keyboard is, and where its selection begins. */
  let cursor: number | null = null;
  let anchor: number | null = null;

  const last = () => drawing().bars.length - 1;
  const xOf = (event: PointerEvent) => event.clientX - canvas.getBoundingClientRect().left;
  const indexAt = (x: number) => {
    const index = chart.scales.x?.getValueForPixel(x) ?? 0;
    return Math.min(Math.max(0, Math.round(Number(index))), Math.max(0, last()));
  };
  const showBand = (from: number, to: number) => {
    const { x: scale, y } = chart.scales;
    if (scale === undefined || y === undefined) return;
    const half = scale.width / Math.max(1, drawing().bars.length) / 2;
    const [start, end] = [Math.min(from, to), Math.max(from, to)].map((index) => scale.getPixelForValue(index));
    band.hidden = false;
    band.style.left = `${(start ?? 0) - half}px`;
    band.style.width = `${(end ?? 0) - (start ?? 0) + 2 * half}px`;
    band.style.top = `${y.top}px`;
    band.style.height = `${y.height}px`;
  };
  const point = (index: number | null) => {
    const elements = index === null ? [] : [{ datasetIndex: 0, index }];
    const box =
      index === null ? { x: 0, y: 0 } : { x: chart.scales.x?.getPixelForValue(index) ?? 0, y: chart.chartArea.top };
    chart.tooltip?.setActiveElements(elements, box);
    chart.update('none');
  };
  const clear = () => {
    pressed = null;
    isDragged = false;
    anchor = null;
    band.hidden = true;
  };

  const onPress = (event: PointerEvent) => {
    if (event.button !== 0 || handling().zoom === null || last() < 1) return;
    pressed = { x: xOf(event), index: indexAt(xOf(event)) };
  };
  const onMove = (event: PointerEvent) => {
    if (pressed === null) return;
    if (!isDragged && Math.abs(xOf(event) - pressed.x) < SHORTEST_DRAG_PX) return;
    // Only a drag takes the pointer: a click stays one.
    if (!isDragged) frame.setPointerCapture(event.pointerId);
    isDragged = true;
    showBand(pressed.index, indexAt(xOf(event)));
  };
  const onRelease = (event: PointerEvent) => {
    const from = pressed?.index ?? null;
    const to = indexAt(xOf(event));
    const isMeant = isDragged && from !== null;
    clear();
    if (isMeant) handling().zoom?.(from, to);
  };

  const onKey = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || last() < 0) return;
    const { zoom, announce, saySelected } = handling();
    const at = cursor ?? -1;
    const next = { ArrowRight: at + 1, ArrowLeft: at < 0 ? last() : at - 1, Home: 0, End: last() }[event.key];
    if (next !== undefined) {
      event.preventDefault();
      const index = Math.min(Math.max(0, next), last());
      if (!event.shiftKey || zoom === null) clear();
      else anchor ??= Math.max(0, at);
      cursor = index;
      point(index);
      if (anchor === null) announce([drawing().titleOf(index), ...drawing().linesOf(index)].join(', '));
      else {
        showBand(anchor, index);
        announce(saySelected(anchor, index));
      }
    } else if (event.key === 'Enter' && zoom !== null && cursor !== null) {
      event.preventDefault();
      const from = anchor ?? cursor;
      const to = cursor;
      leave();
      zoom(from, to);
    } else if (event.key === 'Escape' && (anchor !== null || cursor !== null)) {
      event.stopPropagation();
      leave();
    }
  };
  const leave = () => {
    clear();
    cursor = null;
    point(null);
  };

  const listeners = [
    ['pointerdown', onPress],
    ['pointermove', onMove],
    ['pointerup', onRelease],
    ['pointercancel', clear],
    ['keydown', onKey],
    ['blur', leave],
  ] as const;
  for (const [name, listener] of listeners) frame.addEventListener(name, listener as EventListener);
  return {
    clear,
    destroy() {
      for (const [name, listener] of listeners) frame.removeEventListener(name, listener as EventListener);
      band.remove();
    },
  };
}
