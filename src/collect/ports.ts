/** What the collector asks of the outside. */
import type { DropReason } from '../domain/drop-reason.ts';
import type { AcceptedEvent, Outcome } from '../domain/event.ts';
import type { Site } from '../domain/site.ts';
import type { Exclusions } from './exclusions.ts';

/** A site with the secret that turns identifiers into keys, and what it does not count. */
export interface CollectedSite extends Site {
  /** 32 bytes: HMAC key of visitor identifiers. */
  identifierKey: Buffer;
  exclusions: Exclusions;
}

export interface SiteDirectory {
  /** By domain, lower case. */
  find(domain: string): CollectedSite | undefined;
  /** Also one that was removed and can be had back: nothing is counted for it, but its visitors keep their rights. */
  findKept(domain: string): CollectedSite | undefined;
}

export interface EventWriter {
  /** Resolves once the event is on disk. @throws AppError `unavailable` when it cannot be kept. */
  write(event: AcceptedEvent): Promise<Outcome>;
  countDrop(drop: { siteId: number; day: number; reason: DropReason }): void;
}

/** The kinds of custom events that an exempt site may keep of anonymous visitors: the first three. */
export interface EventKinds {
  admit(siteId: number, name: string): boolean;
}
