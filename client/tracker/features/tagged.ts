/** Elements that name an event themselves: by `data-passant-event`, or by the classes of Plausible's scripts. */
import { onAct } from '../acts.ts';
import { emit } from '../tracker.ts';

/** `passant-event-size`, `plausible-event-name=Sign+up`, `plausible-revenue-amount--9.9`. */
const MARK = /^(?:data-passant|plausible)-(event|revenue)-?(.*?)(?:(?:=|--)(.*))?$/;

/** A click on such an element, or for a form sending it, is the event it names, and none of another kind. */
export const tagged = (): void =>
  onAct(1, (path, { type }) => {
    const isSent = type === 'submit';
    const element = (isSent ? path.slice(0, 1) : path).find((each) =>
      each.matches?.('[data-passant-event],[class*="plausible-event-name"]'),
    );
    // What is clicked inside a form that is tagged shows when the form is sent.
    if (!element || (!isSent && element.localName === 'form')) return;
    const found = { event: {} as Record<string, string>, revenue: {} as Record<string, string> };
    const note = (mark: string, text?: string): void => {
      const [, kind, key, value] = mark.match(MARK) ?? [];
      if (kind) found[kind as 'event'][key || 'name'] = text ?? (value ?? '').replace(/\+/g, ' ');
    };
    for (const name of element.classList) if (name[0] === 'p') note(name);
    for (const { name, value } of element.attributes) if (name[0] === 'd') note(name, value);
    const { name, ...p } = found.event;
    emit(name as string, { p, $: found.revenue.amount ? found.revenue : undefined });
    return true;
  });
