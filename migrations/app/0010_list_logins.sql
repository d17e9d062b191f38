-- Logins that can be listed and ended one by one, and browsers on which somebody has signed in before. docs/decisions/0011-sign-in.md says why.

CREATE TABLE logins_anew (
  id INTEGER PRIMARY KEY AUTOINCREMENT,  -- what the list says; the token's hash stays here
  token_hash BLOB NOT NULL UNIQUE,       -- SHA-256 of the cookie's value
  user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  created_at INTEGER NOT NULL,
  seen_at INTEGER NOT NULL,              -- to the nearest minutes only
  expires_at INTEGER NOT NULL,
  browser TEXT NOT NULL DEFAULT '',      -- a name such as Firefox, '' when unknown
  os TEXT NOT NULL DEFAULT ''            -- a name such as Linux, '' when unknown
) STRICT;
INSERT INTO logins_anew (token_hash, user_id, created_at, seen_at, expires_at)
  SELECT token_hash, user_id, created_at, seen_at, expires_at FROM login_sessions;
DROP TABLE login_sessions;
ALTER TABLE logins_anew RENAME TO login_sessions;

CREATE TABLE known_devices (
  token_hash BLOB NOT NULL,              -- SHA-256 of the cookie's value
  user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  seen_at INTEGER NOT NULL,              -- the last sign-in there
  PRIMARY KEY (token_hash, user_id)
) STRICT, WITHOUT ROWID;
