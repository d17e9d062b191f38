-- A key may end by itself, and is known to be used without a record of what for.
ALTER TABLE api_keys ADD COLUMN expires_at INTEGER;    -- UTC ms; NULL: never
ALTER TABLE api_keys ADD COLUMN last_used_day INTEGER; -- days since 1970-01-01 (UTC)
