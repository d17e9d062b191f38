-- What is asked beside the password: an app that shows codes, passkeys, and recovery codes for the day when both are lost.
-- docs/decisions/0012-second-step.md says why.

CREATE TABLE code_apps (
  user_id INTEGER PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
  sealed_secret BLOB NOT NULL,           -- of the codes, which cannot be compared with a hash: encrypted under <data>/secrets.key
  last_step INTEGER NOT NULL,            -- time step of the last code that was taken: neither it nor an earlier one is taken again
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE recovery_codes (
  user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  code_hash BLOB NOT NULL,               -- SHA-256 of 80 random bits; a code that was used is no longer here
  PRIMARY KEY (user_id, code_hash)
) STRICT, WITHOUT ROWID;

CREATE TABLE passkeys (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  credential_id TEXT NOT NULL UNIQUE,    -- base64url, as browsers say it
  public_key BLOB NOT NULL,              -- COSE; it opens nothing
  counter INTEGER NOT NULL,              -- of the authenticator; it never goes back. 0: it does not count
  transports TEXT NOT NULL,              -- JSON array of what the browser said, such as internal or usb
  name TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  last_used_day INTEGER                  -- days since 1970-01-01 (UTC); NULL: never
) STRICT;

-- What a passkey calls its owner: random, so that an authenticator learns neither an address nor a number.
CREATE TABLE passkey_handles (
  user_id INTEGER PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
  handle BLOB NOT NULL UNIQUE
) STRICT;
