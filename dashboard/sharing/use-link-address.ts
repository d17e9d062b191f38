/** The address of a link as it is passed on: with the period on show, on which it then opens. */
import type { SharedLink } from '../api/links.ts';
import { useView } from '../state/use-view.ts';
import { writePeriod } from '../state/view.ts';

export function useLinkAddress({ url }: Pick<SharedLink, 'url'>): string {
  return `${url}?${writePeriod(useView().view.period)}`;
}
