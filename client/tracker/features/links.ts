/** Links that lead away from the site. */
import { linkOf, onAct } from '../acts.ts';
import { isOurs } from '../own-hosts.ts';
import { emit } from '../tracker.ts';

/** The address is told without its query and fragment, which may name a person. */
export const links = (): void =>
  onAct(3, (path) => {
    const link = linkOf(path);
    if (/^http/.test(link?.href ?? '') && !isOurs(link?.href as string))
      emit('Outbound Link: Click', { p: { url: `${link?.origin}${link?.pathname}` } });
  });
