-- Links by which people without an account look at the figures of one site. docs/sharing.md says what they are told.
CREATE TABLE shared_links (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  site_id INTEGER NOT NULL REFERENCES sites (id) ON DELETE CASCADE,
  -- NULL: the public page of the site, whose address is its domain. Kept as it is, since people copy their links again: it opens
  -- coarsened figures of one site, which lie beside it uncoarsened.
  token TEXT UNIQUE,
  name TEXT NOT NULL,
  password_hash TEXT,
  expires_at INTEGER,            -- UTC ms; NULL: never
  embedding TEXT NOT NULL,       -- JSON: "none", "any", or an array of origins
  details INTEGER NOT NULL,      -- 1: properties of events and revenue are told too
  licence TEXT,                  -- of the open data; NULL: none are offered
  created_at INTEGER NOT NULL,
  revoked_at INTEGER,
  last_used_day INTEGER          -- days since 1970-01-01 (UTC); no more is kept of who looked
) STRICT;
CREATE INDEX shared_links_by_site ON shared_links (site_id);
CREATE UNIQUE INDEX one_public_link ON shared_links (site_id) WHERE token IS NULL AND revoked_at IS NULL;
