-- The small, precious database: sites, people of the back office, keys. Times are UTC milliseconds.
CREATE TABLE sites (
  id INTEGER PRIMARY KEY AUTOINCREMENT,  -- never reused: events.db refers to it
  domain TEXT NOT NULL UNIQUE,
  settings TEXT NOT NULL,                -- JSON of SiteSettings
  identifier_key BLOB NOT NULL,          -- 32 random bytes: HMAC key of visitor identifiers
  demo INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE users (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  email TEXT NOT NULL UNIQUE COLLATE NOCASE,
  password_hash TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('owner', 'admin', 'editor', 'viewer')),
  language TEXT,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE login_sessions (
  token_hash BLOB PRIMARY KEY,           -- SHA-256 of the cookie's value
  user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  created_at INTEGER NOT NULL,
  seen_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE setup_tokens (
  token_hash BLOB PRIMARY KEY,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE api_keys (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  token_hash BLOB NOT NULL UNIQUE,
  scopes TEXT NOT NULL,                  -- JSON array: stats:read, events:write
  site_id INTEGER REFERENCES sites (id) ON DELETE CASCADE, -- NULL: all sites
  created_at INTEGER NOT NULL,
  revoked_at INTEGER
) STRICT;
