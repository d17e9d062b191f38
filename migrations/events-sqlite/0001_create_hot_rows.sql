-- What was counted. Rows of one day of one site lie together (WITHOUT ROWID, no other index: appending is cheap and a
-- question reads whole days). `day` is days since 1970-01-01 in the site's time zone; times are UTC milliseconds.
-- Integers named after a dimension are ids in `terms`; 0 is "none".

CREATE TABLE terms (
  site_id INTEGER NOT NULL,
  kind TEXT NOT NULL,      -- page, host, name, source, channel, referrer, utm_source, ..., country, browser, ..., prop_key, prop_value, currency
  id INTEGER NOT NULL,     -- dense from 1 within site and kind
  text TEXT NOT NULL,
  PRIMARY KEY (site_id, kind, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX terms_by_text ON terms (site_id, kind, text);

-- One row per consented visitor, never one for an anonymous visitor.
CREATE TABLE visitors (
  site_id INTEGER NOT NULL,
  id INTEGER NOT NULL,     -- dense from 1 within the site, never reused
  key BLOB NOT NULL,       -- HMAC-SHA256(identifier_key, identifier), 16 bytes
  first_day INTEGER NOT NULL,
  last_day INTEGER NOT NULL,
  PRIMARY KEY (site_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX visitors_by_key ON visitors (site_id, key);
CREATE TABLE visitor_sequences (site_id INTEGER PRIMARY KEY, last_id INTEGER NOT NULL) STRICT;

-- A visit belongs to the day on which it began. A visit without an ordinal was counted without telling visitors apart.
CREATE TABLE visits (
  site_id INTEGER NOT NULL,
  day INTEGER NOT NULL,
  visit INTEGER NOT NULL,        -- 1, 2, 3 ... within site and day
  ordinal INTEGER NOT NULL,      -- row of `people`, 0 for none
  started_at INTEGER NOT NULL,
  last_at INTEGER NOT NULL,
  entry_host INTEGER NOT NULL,
  entry_page INTEGER NOT NULL,
  exit_host INTEGER NOT NULL,
  exit_page INTEGER NOT NULL,
  pageviews INTEGER NOT NULL,
  interactions INTEGER NOT NULL, -- custom events
  left_by_link INTEGER NOT NULL, -- ordinal 0 only: the entry page reported that it was left by a link of the site
  source INTEGER NOT NULL,
  channel INTEGER NOT NULL,
  referrer INTEGER NOT NULL,
  utm_source INTEGER NOT NULL,
  utm_medium INTEGER NOT NULL,
  utm_campaign INTEGER NOT NULL,
  utm_content INTEGER NOT NULL,
  utm_term INTEGER NOT NULL,
  country INTEGER NOT NULL,
  region INTEGER NOT NULL,
  city INTEGER NOT NULL,
  browser INTEGER NOT NULL,
  browser_version INTEGER NOT NULL,
  os INTEGER NOT NULL,
  os_version INTEGER NOT NULL,
  device INTEGER NOT NULL,
  language INTEGER NOT NULL,
  PRIMARY KEY (site_id, day, visit)
) STRICT, WITHOUT ROWID;

-- Stored under the day of their visit (their own day when they belong to none); `at` is their own time.
CREATE TABLE events (
  site_id INTEGER NOT NULL,
  day INTEGER NOT NULL,
  event INTEGER NOT NULL,        -- 1, 2, 3 ... within site and day
  visit INTEGER NOT NULL,        -- 0: belongs to no visit
  at INTEGER NOT NULL,
  name INTEGER NOT NULL,
  host INTEGER NOT NULL,
  page INTEGER NOT NULL,
  consent INTEGER NOT NULL,      -- as sent: 0 unset, 1 denied, 2 granted
  engaged_ms INTEGER,            -- engagement only
  scroll_depth INTEGER,          -- engagement only, 0 to 100
  currency INTEGER NOT NULL,
  amount REAL,                   -- revenue in units of the currency
  PRIMARY KEY (site_id, day, event)
) STRICT, WITHOUT ROWID;

CREATE TABLE event_properties (
  site_id INTEGER NOT NULL,
  day INTEGER NOT NULL,
  event INTEGER NOT NULL,
  key INTEGER NOT NULL,
  value INTEGER NOT NULL,
  PRIMARY KEY (site_id, day, event, key)
) STRICT, WITHOUT ROWID;

-- One row per day-visitor of both populations; the row number is the ordinal that visits carry.
CREATE TABLE people (
  site_id INTEGER NOT NULL,
  day INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  visitor INTEGER NOT NULL,      -- visitors.id; 0 anonymous; 4294967295 unattributed (erased)
  s INTEGER NOT NULL,            -- stratum of the first visit, never changed
  h INTEGER NOT NULL,            -- identified: hashes brought first that day, at most 3; anonymous: 1
  b INTEGER NOT NULL,            -- identified: one of them was the same visitor's yesterday; anonymous: always 0
  PRIMARY KEY (site_id, day, ordinal)
) STRICT, WITHOUT ROWID;

-- Counters of the memory instrument, written in the transaction of the event that causes them.
CREATE TABLE instrument_days (
  site_id INTEGER NOT NULL,
  day INTEGER NOT NULL,
  time_zone TEXT NOT NULL,
  level TEXT NOT NULL,
  parts INTEGER NOT NULL,        -- 1 + restarts that lost the key
  key_commitment TEXT,           -- SHA-256 of the last part's key; NULL below level day
  o INTEGER NOT NULL,            -- anonymous hashes seen anonymous yesterday too
  s INTEGER NOT NULL,            -- identified hashes with the same visitor yesterday
  x INTEGER NOT NULL,            -- fresh identifiers whose hash had another identifier yesterday
  y INTEGER NOT NULL,            -- fresh identifiers whose hash was anonymous yesterday
  fresh INTEGER NOT NULL,        -- fresh identifiers
  PRIMARY KEY (site_id, day)
) STRICT, WITHOUT ROWID;

-- Anonymous day-visitors per part of a day: the bounds of a day that a restart has broken.
CREATE TABLE instrument_parts (
  site_id INTEGER NOT NULL,
  day INTEGER NOT NULL,
  part INTEGER NOT NULL,
  anonymous INTEGER NOT NULL,
  PRIMARY KEY (site_id, day, part)
) STRICT, WITHOUT ROWID;

-- Amounts too small to be dated without naming somebody; the next day that qualifies takes them over.
CREATE TABLE instrument_carries (
  site_id INTEGER PRIMARY KEY,
  o INTEGER NOT NULL,
  x INTEGER NOT NULL,
  y INTEGER NOT NULL
) STRICT;

CREATE TABLE drops (
  site_id INTEGER NOT NULL,      -- 0: no site of ours
  day INTEGER NOT NULL,          -- UTC day for site 0
  reason TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (site_id, day, reason)
) STRICT, WITHOUT ROWID;

-- What banners reported, without recording a person.
CREATE TABLE consent_days (
  site_id INTEGER NOT NULL,
  day INTEGER NOT NULL,
  action TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (site_id, day, action)
) STRICT, WITHOUT ROWID;

-- Inputs already imported, known by the whole file, never by a line.
CREATE TABLE imports (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  site_id INTEGER NOT NULL,
  kind TEXT NOT NULL,            -- log, events
  length INTEGER NOT NULL,       -- bytes imported so far (of the uncompressed input)
  sha256 TEXT,                   -- of those bytes; NULL while unfinished
  digests TEXT NOT NULL,         -- JSON array: SHA-256 of each whole MiB
  done_through_day INTEGER,      -- last site day committed, while unfinished
  report TEXT,                   -- JSON of the closing report
  started_at INTEGER NOT NULL,
  finished_at INTEGER
) STRICT;

-- Readers keep a day's columns in memory; a new version tells them that its rows have changed.
CREATE TABLE day_changes (
  site_id INTEGER NOT NULL,
  day INTEGER NOT NULL,
  version INTEGER NOT NULL,
  PRIMARY KEY (site_id, day)
) STRICT, WITHOUT ROWID;
