-- Proof of consent, and what a site tells its visitors about cookies. docs/decisions/0008-consent-receipts.md says why here.

-- One row per yes, and per yes that was taken back. Refusals are counters only, in events.db.
CREATE TABLE consent_receipts (
  id INTEGER PRIMARY KEY,
  site_id INTEGER NOT NULL REFERENCES sites (id) ON DELETE CASCADE,
  visitor_key BLOB,              -- as `visitors.key` in events.db; NULL once the visitor is erased
  action TEXT NOT NULL CHECK (action IN ('accepted', 'withdrawn')),
  at INTEGER NOT NULL,           -- UTC ms of the minute
  text_version TEXT NOT NULL,    -- empty where nobody said
  banner_version TEXT NOT NULL,
  adapter TEXT NOT NULL
) STRICT;
-- A message that comes twice is one receipt.
CREATE UNIQUE INDEX consent_receipts_by_key ON consent_receipts (site_id, visitor_key, action, at)
  WHERE visitor_key IS NOT NULL;

-- Cookies that the site itself, or another service on it, sets: for the cookie charter. Ours follow from the settings.
CREATE TABLE declared_cookies (
  site_id INTEGER NOT NULL REFERENCES sites (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  entry TEXT NOT NULL,           -- JSON of a DeclaredCookie (src/domain/cookie.ts) without its name
  created_at INTEGER NOT NULL,
  PRIMARY KEY (site_id, name)
) STRICT, WITHOUT ROWID;
