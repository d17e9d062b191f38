-- What is to be sent to people and programs, and what became of it. No address and no secret is in it: they are read when it is sent.
-- docs/decisions/0013-mail.md says why so.
CREATE TABLE outbox (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  key TEXT NOT NULL UNIQUE,      -- what is sent once, such as 'report week of 3 to 7 for 2026-11-23'
  kind TEXT NOT NULL,            -- one of src/jobs/ports.ts
  user_id INTEGER REFERENCES users (id) ON DELETE CASCADE, -- to whom; NULL: to nobody, or to no person
  site_id INTEGER REFERENCES sites (id) ON DELETE CASCADE,
  about TEXT NOT NULL,           -- JSON of its kind
  state TEXT NOT NULL CHECK (state IN ('waiting', 'claimed', 'sent', 'refused', 'given_up', 'unknown')),
  attempts INTEGER NOT NULL,     -- claims so far
  due_at INTEGER NOT NULL,       -- UTC ms; of the next attempt
  created_at INTEGER NOT NULL,
  done_at INTEGER                -- NULL: not yet
) STRICT;
CREATE INDEX outbox_by_state ON outbox (state, due_at);

-- Links for a new password, one an account at most: they work once and for an hour.
CREATE TABLE password_resets (
  user_id INTEGER PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
  token_hash BLOB NOT NULL UNIQUE, -- SHA-256 of what stands in the link
  expires_at INTEGER NOT NULL      -- UTC ms
) STRICT;
-- Whoever has another password, or has just shown the present one, needs no link any more.
CREATE TRIGGER password_resets_end AFTER UPDATE OF password_hash ON users
BEGIN DELETE FROM password_resets WHERE user_id = NEW.id; END;
