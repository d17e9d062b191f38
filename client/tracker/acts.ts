/** What a visitor does to the elements of a page: links and buttons that are clicked, forms that are sent, shadow trees included. */
import { safely } from '../consent/browser.ts';

/** An element on the way of an event; what only some of them have is absent on the others. */
export type ActElement = HTMLElement & Partial<Pick<HTMLAnchorElement, 'href' | 'origin' | 'pathname' | 'hash'>>;
/** `path` leads from the element outwards. What answers with something true has taken the act: later ones do not hear of it. */
export type Act = (path: ActElement[], event: Event) => unknown;

/** The link that an element stands in, or undefined. */
export const linkOf = (path: readonly ActElement[]): ActElement | undefined => path.find((each) => each.pathname);

/** In the order in which they hear: engagement, tagged elements, downloads, links, forms. */
const acts: Act[] = [];

const hear = /* @__PURE__ */ safely((event: Event): void => {
  const path = event.composedPath() as ActElement[];
  // A form that is sent is not heard of outside its shadow tree; whoever sends it has clicked in there before.
  path[0]?.getRootNode().addEventListener('submit', hear);
  // The third button opens a menu.
  if (!((event as MouseEvent).button > 1)) acts.some((act) => act(path, event));
});

/** Hears of every act from now on. @param rank place in the order */
export const onAct = (rank: 0 | 1 | 2 | 3 | 4, act: Act): void => {
  acts[rank] = act;
  // Adding the same listener again changes nothing.
  for (const type of ['click', 'auxclick', 'submit']) document.addEventListener(type, hear);
};
