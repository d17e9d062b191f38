-- A site that was removed is kept for some days, out of sight, so that it can be had back (REMOVED_KEPT_MS in src/domain/site.ts).
ALTER TABLE sites ADD COLUMN removed_at INTEGER;  -- UTC ms; NULL: it is there
