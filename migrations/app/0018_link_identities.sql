-- Who somebody is at the provider of OpenID Connect, and who shall not come back by it. docs/decisions/0015-openid-connect.md says why.

CREATE TABLE identities (
  subject_hash BLOB PRIMARY KEY,         -- SHA-256 of issuer and subject: comparing them needs no more
  issuer TEXT NOT NULL,
  user_id INTEGER UNIQUE REFERENCES users (id) ON DELETE SET NULL, -- NULL: the account was removed
  linked_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Addresses of accounts that were removed, whichever way: nobody gets a new account by one alone. The log of changes names them too.
-- A migration that makes `users` anew has to make both triggers anew.
CREATE TABLE removed_people (
  email TEXT PRIMARY KEY COLLATE NOCASE
) STRICT, WITHOUT ROWID;
CREATE TRIGGER removed_people_are_known AFTER DELETE ON users
  BEGIN INSERT OR IGNORE INTO removed_people (email) VALUES (OLD.email); END;
CREATE TRIGGER people_who_are_back AFTER INSERT ON users
  BEGIN DELETE FROM removed_people WHERE email = NEW.email; END;
