/** The address of a link, to be read and marked; it opens on the period that is on show here. */
import type { SharedLink } from '../api/links.ts';
import { useApp } from '../state/app.ts';
import { useLinkAddress } from './use-link-address.ts';

export function LinkAddress({ link }: { link: SharedLink }) {
  const { texts, format } = useApp();
  const address = useLinkAddress(link);
  const words = texts.value.share;
  const { date } = format.value;
  const facts = [
    words.created(date(link.created)),
    ...(link.hasPassword ? [words.hasPassword] : []),
    ...(link.expires === null ? [] : [link.isExpired ? words.expired : words.until(date(link.expires))]),
    link.lastUsed === null ? words.neverUsed : words.lastUsed(date(link.lastUsed)),
  ];
  return (
    <>
      <a class="share-address" href={address} target="_blank" rel="noopener noreferrer">
        {address}
      </a>
      <p class="quiet share-facts">{facts.join(' · ')}</p>
    </>
  );
}
