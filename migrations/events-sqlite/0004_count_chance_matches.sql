-- z: returning identifiers whose hash was anonymous, and not theirs, yesterday: another person behind the same address. Their share
-- of all returning ones that did not bring a hash of their own says how many of the switchers (y) are chance.
ALTER TABLE instrument_days ADD COLUMN z INTEGER NOT NULL DEFAULT 0;
ALTER TABLE instrument_days ADD COLUMN returned INTEGER NOT NULL DEFAULT 0;
-- Anonymous day-visitors of all parts together, so that nobody has to count rows of `people`.
ALTER TABLE instrument_days ADD COLUMN anonymous INTEGER NOT NULL DEFAULT 0;
UPDATE instrument_days SET anonymous = (SELECT count(*) FROM people
  WHERE people.site_id = instrument_days.site_id AND people.day = instrument_days.day AND people.visitor = 0);
ALTER TABLE instrument_carries ADD COLUMN z INTEGER NOT NULL DEFAULT 0;
-- The newest day that has left something waiting: no earlier one may take it over.
ALTER TABLE instrument_carries ADD COLUMN day INTEGER NOT NULL DEFAULT 0;
