/** Decides from settings, consent and signals how the event may be counted, before anything about the sender is read. */
import { decideMode } from '../../consent/decide-mode.ts';
import type { Step } from '../draft.ts';

export const chooseMode: Step = (draft) => {
  const { beacon, facts, site } = draft;
  const decision = decideMode(site, {
    consent: beacon.consent,
    hasIdentifier: beacon.identifier !== null,
    hasSignal: facts.hasSignal,
  });
  if ('mode' in decision) {
    draft.mode = decision.mode;
    return null;
  }
  // A site that counts nothing of whoever refuses still counts the answers, or everybody would have accepted.
  if (decision.drop !== 'refused' || beacon.consentAction === null) return decision.drop;
  draft.mode = 'uncounted';
  return null;
};
