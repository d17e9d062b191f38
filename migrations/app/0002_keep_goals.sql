-- What sites want their visitors to do. Nothing that was counted refers to a goal: it is a question about what was counted.
CREATE TABLE goals (
  site_id INTEGER NOT NULL REFERENCES sites (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  rule TEXT NOT NULL,                    -- JSON of a Goal (src/domain/goal.ts) without its name
  created_at INTEGER NOT NULL,
  PRIMARY KEY (site_id, name)
) STRICT, WITHOUT ROWID;
