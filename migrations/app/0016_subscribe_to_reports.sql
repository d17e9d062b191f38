-- Who gets which mail about which site: they ask for it themselves, and whoever may not see the site any more gets nothing.
CREATE TABLE subscriptions (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  site_id INTEGER NOT NULL REFERENCES sites (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('week', 'month', 'alerts')),
  language TEXT NOT NULL,        -- of the page on which it was asked for
  -- Stands in every mail, to end it without signing in. Kept as it is, since it has to be had again for the next mail; it opens nothing else.
  token TEXT NOT NULL UNIQUE,
  created_at INTEGER NOT NULL,   -- UTC ms
  UNIQUE (user_id, site_id, kind)
) STRICT;
