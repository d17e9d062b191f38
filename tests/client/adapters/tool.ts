/** A consent tool as a page has it: the real one, or a small one that behaves as its documentation says. */

/** A script of the page: its text, a file below node_modules, or text with imports that is bundled first. */
export type Script = string | { file: string } | { bundle: string };

export interface Trap {
  /** A sentence on what must not be misunderstood. */
  name: string;
  /** Page code that runs before the tool, such as another configuration. */
  before?: string;
  /** Page code that runs when the tool is ready. */
  does?: string;
  /** All that may have been told by then. */
  told: string[];
}

/** Page code is text: it runs in the browser as it stands. What `kept` holds is there again on the next page. */
export interface Tool {
  adapter: string;
  key?: string;
  scripts: Script[];
  /** True when the tool has done all it does on a page by itself. */
  isReady: string;
  accept: string;
  refuse: string;
  traps?: Trap[];
  /** Our script has to be there first: this tool cannot be asked later. */
  onlyFirst?: true;
}

/** For the small tools: a memory that outlives the page, and the two ways in which tools send events. */
export const KEPT = `
const kept = {
  get: () => JSON.parse(localStorage.getItem('kept') ?? 'null'),
  set: (value) => localStorage.setItem('kept', JSON.stringify(value)),
};
const send = (target, name, detail) => target.dispatchEvent(new CustomEvent(name, { detail }));
`;
