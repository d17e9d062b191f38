-- Days that are over, as columns. Of each day there is what stands here and, beside it, the rows that came later (or all of them,
-- while the day is not sealed): a row is never in both. docs/decisions/0006-sealed-days.md says why.

-- What a sealed day holds. A column that is not as long as its part says is damaged.
CREATE TABLE sealed_days (
  site_id INTEGER NOT NULL,
  day INTEGER NOT NULL,
  visits INTEGER NOT NULL,       -- rows of each part
  events INTEGER NOT NULL,
  properties INTEGER NOT NULL,
  people INTEGER NOT NULL,
  last_visit INTEGER NOT NULL,   -- numbers that were given: late rows go on after them
  last_event INTEGER NOT NULL,
  last_ordinal INTEGER NOT NULL,
  anonymous INTEGER NOT NULL,    -- people that are anonymous
  PRIMARY KEY (site_id, day)
) STRICT, WITHOUT ROWID;

-- One value per row of the part, in the order of the part's number. With a rowid, since SQLite packs long rows better that way.
CREATE TABLE segments (
  site_id INTEGER NOT NULL,
  day INTEGER NOT NULL,
  part TEXT NOT NULL,            -- visits, events, properties, people
  column TEXT NOT NULL,          -- as the table of the hot rows names it
  encoding TEXT NOT NULL,        -- src/store/segments/column-encoding.ts
  length INTEGER NOT NULL,       -- values
  checksum INTEGER NOT NULL,     -- CRC-32 of all of the above and of data
  data BLOB NOT NULL,            -- little-endian unsigned integers or doubles
  PRIMARY KEY (site_id, day, part, column)
) STRICT;
