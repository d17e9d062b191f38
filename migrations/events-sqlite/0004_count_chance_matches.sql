-- Returning identifiers whose hash was anonymous yesterday: another person behind the same address. Their rate says how many of
-- the switchers (y) are chance.
ALTER TABLE instrument_days ADD COLUMN z INTEGER NOT NULL DEFAULT 0;
ALTER TABLE instrument_carries ADD COLUMN z INTEGER NOT NULL DEFAULT 0;
