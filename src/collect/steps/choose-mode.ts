/** Decides from settings, consent and signals how the event may be counted, before anything about the sender is read. */
import { decideMode } from '../../consent/decide-mode.ts';
import type { Step } from '../draft.ts';

export const chooseMode: Step = (draft) => {
  const { beacon, facts, site, told } = draft;
  // Consent in mid-visit made the whole visit the visitor's, so an export names them on the events before it too.
  if (told !== null && told.visit !== 'none' && beacon.identifier !== null) {
    draft.mode = 'identified';
    return null;
  }
  const decision = decideMode(site, {
    consent: beacon.consent,
    hasIdentifier: beacon.identifier !== null,
    hasSignal: facts.hasSignal,
  });
  if ('mode' in decision) {
    draft.mode = told?.visit === 'none' ? 'uncounted' : decision.mode;
    return null;
  }
  // A site that counts nothing of whoever refuses still counts the answers, or everybody would have accepted.
  if (decision.drop !== 'refused' || beacon.consentAction === null) return decision.drop;
  draft.mode = 'uncounted';
  return null;
};
