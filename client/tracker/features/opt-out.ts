/** Silence for visitors who objected: the mark `passant_optout` on the device, which names nobody. */
import { hasObjected } from '../../consent/objection.ts';
import { readIdentifier, writeIdentifier } from '../identifier.ts';
import { useMode } from '../settings.ts';
import { gates } from '../tracker.ts';

export const optOut = (): void => {
  // Looked for each time: the objection may be made in another tab, or before a page comes back from the cache.
  const isSilent = (): boolean => {
    const isOut = hasObjected();
    if (isOut) {
      if (readIdentifier()) writeIdentifier('');
      useMode('denied');
    }
    return isOut;
  };
  isSilent();
  // Only the wish to be forgotten is still told.
  gates[0] = ({ n }) => n !== 'forget' && isSilent();
};
