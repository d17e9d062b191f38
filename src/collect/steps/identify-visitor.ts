/** Turns identifier, network and browser into keyed hashes. The last step that sees the network; nothing personal leaves it. */
import { createHmac } from 'node:crypto';
import type { DayKeys } from '../../count/day-keys.ts';
import { isHashLevel } from '../../domain/levels.ts';
import type { Calendar } from '../../lib/calendar.ts';
import type { Draft, Step } from '../draft.ts';
import { beginsVisit } from '../told-facts.ts';

export function createIdentifyVisitor(keys: DayKeys, calendar: Calendar): Step {
  return (draft) => {
    const { facts, site, mode } = draft;
    const level = site.anonymous;
    draft.day = calendar.dayAt(facts.at, site.timezone).day;
    if (mode === 'uncounted') {
      draft.who = { mode };
      return null;
    }
    if (mode === 'unseen') {
      draft.who = { mode, startsVisit: draft.told === null ? !draft.isInternal : beginsVisit(draft.told) };
      return null;
    }
    const hashes = isHashLevel(level) ? keys.hash(site, level, facts.at, browserOf(draft)) : null;
    if (mode === 'identified') {
      const key = visitorKey(site.identifierKey, draft.beacon.identifier ?? '');
      draft.who = { mode, key, hashes, level };
    } else if (hashes !== null && isHashLevel(level)) {
      draft.who = { mode, hashes, level };
    }
    return null;
  };
}

/** HMAC-SHA256 of a visitor's identifier under the site's key, 16 bytes in hex: all that is ever stored of it. */
export function visitorKey(identifierKey: Buffer, identifier: string): string {
  return createHmac('sha256', identifierKey).update(identifier).digest('hex').slice(0, 32);
}

/** What tells two browsers apart within a day. */
function browserOf({ facts, dimensions, told }: Draft): string {
  if (told !== null) return `told\n${told.sender}`;
  return `${facts.network}\n${dimensions.browser}\n${dimensions.browser_version}`;
}
