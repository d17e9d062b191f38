-- What people of the back office have noted on a day: a release, a newsletter, a strike. Nothing of visitors.
CREATE TABLE annotations (
  id INTEGER PRIMARY KEY AUTOINCREMENT,  -- never reused: an address may name it
  site_id INTEGER NOT NULL REFERENCES sites (id) ON DELETE CASCADE,
  day TEXT NOT NULL,                     -- YYYY-MM-DD, as the site's clock has it
  text TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX annotations_by_day ON annotations (site_id, day);
