-- The life of each day key of the running service, by its commitment; never the key. Who was counted under it does not stand here.
CREATE TABLE day_key_log (
  site_id INTEGER NOT NULL,
  day INTEGER NOT NULL,
  commitment TEXT NOT NULL,      -- SHA-256 of the key, hex
  level TEXT NOT NULL,           -- day, two-day: how long it may live
  created_at INTEGER NOT NULL,
  carried INTEGER NOT NULL,      -- restarts that it has survived in a RAM-backed folder or by a hand-over
  destroyed_at INTEGER,          -- NULL while held; of a key that was lost, when that was found
  ending TEXT,                   -- src/domain/day-key.ts; NULL while held
  PRIMARY KEY (site_id, day, commitment)
) STRICT, WITHOUT ROWID;

-- Names the newest transaction that the memory of the running service has followed: memory that knows another one is not of
-- these rows and must not count on.
CREATE TABLE memory_batch (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  batch TEXT NOT NULL            -- random; empty when no memory was ever carried
) STRICT;
INSERT INTO memory_batch (one, batch) VALUES (1, '');
