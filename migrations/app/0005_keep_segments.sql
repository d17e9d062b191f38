-- Filters that a site keeps under a name. A question that names one is asked with its filters; nothing that was counted refers to it.
CREATE TABLE segments (
  id INTEGER PRIMARY KEY AUTOINCREMENT,  -- never reused: a question that names a removed one is refused, not answered by another
  site_id INTEGER NOT NULL REFERENCES sites (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  filters TEXT NOT NULL,                 -- JSON array, in the form of the query API
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  UNIQUE (site_id, name)
) STRICT;
