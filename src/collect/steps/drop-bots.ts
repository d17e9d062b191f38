/** Drops automated clients and pages loaded before anybody has seen them. */
import type { DropReason } from '../../domain/drop-reason.ts';
import type { BotSignals } from '../bots/create-bot-detector.ts';
import type { Step } from '../draft.ts';

export function createDropBots(detect: (signals: BotSignals) => DropReason | null): Step {
  return ({ facts, beacon }) =>
    facts.reduceUserAgent((userAgent) =>
      detect({
        userAgent,
        purpose: facts.purpose,
        fetchSite: facts.fetchSite,
        hasReferrer: beacon.referrer !== null,
        acceptLanguage: facts.acceptLanguage,
      }),
    );
}
