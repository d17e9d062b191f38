-- What is removed for good: days that are older than a site keeps, and the texts that nothing uses any more.

-- The largest id that was given: a text that is removed takes its number with it.
CREATE TABLE term_sequences (
  site_id INTEGER NOT NULL,
  kind TEXT NOT NULL,
  last_id INTEGER NOT NULL,
  PRIMARY KEY (site_id, kind)
) STRICT, WITHOUT ROWID;
INSERT INTO term_sequences (site_id, kind, last_id) SELECT site_id, kind, max(id) FROM terms GROUP BY site_id, kind;

-- Readers drop all that they keep of a site, days and texts, when its version is another one.
CREATE TABLE removals (
  site_id INTEGER PRIMARY KEY,
  version INTEGER NOT NULL,      -- one more with each removal of days or texts
  swept INTEGER NOT NULL         -- the version after which unused texts were looked for last
) STRICT;
