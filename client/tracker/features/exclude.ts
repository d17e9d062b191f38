/** Pages that are not measured: `data-exclude="/admin/**,/preview/*"`. */
import { attributes } from '../settings.ts';
import { gates } from '../tracker.ts';

/** `*` stands for what is between two slashes, `**` for anything. A choice made on such a page is told all the same. */
export const exclude = (): void => {
  const patterns = `${attributes.exclude || ''}`
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replace(/\*\*?/g, (stars) => (stars[1] ? '.*' : '[^/]*'))
    .replace(/\s*,\s*/g, '|');
  gates[2] = ({ n, u }) =>
    patterns && !/^(consent|forget)$/.test(n) && RegExp(`^(${patterns})$`).test(new URL(u).pathname);
};
