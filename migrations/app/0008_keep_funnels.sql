-- Funnels that somebody has named, to ask them again. Nothing that was counted refers to one: it is a question about what was counted.
CREATE TABLE funnels (
  site_id INTEGER NOT NULL REFERENCES sites (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  question TEXT NOT NULL,                -- JSON of a SavedFunnel (src/domain/funnel.ts) without its name
  created_at INTEGER NOT NULL,
  PRIMARY KEY (site_id, name)
) STRICT, WITHOUT ROWID;
