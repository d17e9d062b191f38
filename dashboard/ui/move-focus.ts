/** Arrows between the choices of a list, beside Tab, which goes there too. */

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** @param stops what can have the focus, as a selector below `list` */
export function moveFocus(event: KeyboardEvent, list: HTMLElement, stops: string): void {
  const step = STEPS[event.key];
  // A field of dates or numbers has arrows of its own.
  const { target } = event;
  const isField = target instanceof HTMLInputElement && target.type !== 'search';
  const isOutside = !(target instanceof Element) || !list.contains(target);
  if (step === undefined || isField || isOutside || event.defaultPrevented) return;
  const all = [...list.querySelectorAll<HTMLElement>(stops)];
  const index = all.indexOf(target as HTMLElement);
  // From a field above the list downwards to its first.
  const next = index < 0 ? (step > 0 ? all[0] : undefined) : all[index + step];
  const field = index === 0 && step < 0 ? list.querySelector<HTMLElement>('input[type=search]') : null;
  if (next === undefined && field === null) return;
  event.preventDefault();
  (next ?? field)?.focus();
}
