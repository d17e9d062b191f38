-- People who are somebody on some sites only, and people who have been asked to come. docs/decisions/0010-roles.md says why so.

-- 1: the role holds on every site. 0: it says nothing, and `site_roles` alone counts.
ALTER TABLE users ADD COLUMN everywhere INTEGER NOT NULL DEFAULT 1 CHECK (everywhere IN (0, 1));

CREATE TABLE site_roles (
  user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  site_id INTEGER NOT NULL REFERENCES sites (id) ON DELETE CASCADE,
  role TEXT NOT NULL CHECK (role IN ('owner', 'admin', 'editor', 'viewer')),
  PRIMARY KEY (user_id, site_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE invitations (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  email TEXT NOT NULL UNIQUE COLLATE NOCASE,
  token_hash BLOB NOT NULL UNIQUE,       -- SHA-256 of what stands in the link
  role TEXT CHECK (role IN ('owner', 'admin', 'editor', 'viewer')), -- NULL: on the sites of `site_roles` alone
  site_roles TEXT NOT NULL,              -- JSON: [{"siteId": 1, "role": "editor"}]
  invited_by INTEGER REFERENCES users (id) ON DELETE SET NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT;
