-- First pages of devices that keep the date of their last visit (site setting date flag), both populations. Whole-site
-- counters only: no row, no visit and no event says whose first page it was.

CREATE TABLE date_flag_days (
  site_id INTEGER NOT NULL,
  day INTEGER NOT NULL,
  d INTEGER NOT NULL,            -- first pages of the day
  w INTEGER NOT NULL,            -- of these, first of the ISO week, which begins on Monday
  m INTEGER NOT NULL,            -- of these, first of the calendar month
  PRIMARY KEY (site_id, day)
) STRICT, WITHOUT ROWID;
