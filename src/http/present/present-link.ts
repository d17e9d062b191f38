/** A shared link as its owner sees it, and what whoever opens it is told. */
import type { OpenedLink } from '../../auth/shared-links.ts';
import type { Embedding, SharedLink } from '../../domain/shared-link.ts';
import { stateOfLink } from '../../domain/shared-link.ts';
import type { Site } from '../../domain/site.ts';
import { dateOf, dayAt } from '../../lib/calendar.ts';
import type { Access } from '../shared-pages.ts';

export interface LinkAnswer {
  id: number;
  kind: 'public' | 'secret';
  state: string;
  url: string;
  name: string;
  hasPassword: boolean;
  /** The last day on which it works, in the site's time zone. */
  expires: string | null;
  embedding: Embedding;
  details: boolean;
  licence: string | null;
  /** UTC. */
  created: string;
  lastUsed: string | null;
}

/** @param now UTC ms */
export function presentLink(
  link: SharedLink,
  site: Pick<Site, 'domain' | 'timezone'>,
  baseUrl: string,
  now: number,
): LinkAnswer {
  const { id, token, name, hasPassword, expiresAt, embedding, details, licence, createdAt, lastUsedDay } = link;
  return {
    ...{ id, kind: token === null ? 'public' : 'secret', state: stateOfLink(link, now) },
    url: `${baseUrl}/share/${encodeURIComponent(token ?? site.domain)}`,
    ...{ name, hasPassword, embedding, details, licence },
    expires: expiresAt === null ? null : dateOf(dayAt(expiresAt - 1, site.timezone).day),
    created: dateOf(dayAt(createdAt, 'UTC').day),
    lastUsed: lastUsedDay === null ? null : dateOf(lastUsedDay),
  };
}

export interface SharedStateAnswer {
  access: Access;
  version: string;
  /** null as long as the caller may not look. */
  page: {
    kind: 'public' | 'secret';
    embedding: Embedding;
    details: boolean;
    licence: string | null;
    site: { domain: string; timezone: string; demo: boolean; anonymous: string; profile: string; hasEvents: boolean };
  } | null;
}

export function presentShared(
  access: Access,
  opened: OpenedLink | null,
  { version, hasEvents }: { version: string; hasEvents: boolean },
): SharedStateAnswer {
  if (access !== 'open' || opened === null) return { access, version, page: null };
  const { token, embedding, details, licence } = opened.link;
  const { domain, timezone, demo, anonymous, profile } = opened.site;
  return {
    ...{ access, version },
    page: {
      ...{ kind: token === null ? 'public' : 'secret', embedding, details, licence },
      site: { domain, timezone, demo, anonymous, profile, hasEvents },
    },
  };
}
