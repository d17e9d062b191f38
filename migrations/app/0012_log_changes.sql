-- Who changed what in the back office, and when. Nothing of visitors. Rows are added and never changed: the triggers hold everybody to that.
CREATE TABLE changes (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,           -- UTC ms
  who TEXT NOT NULL,             -- e-mail address; empty: a command on the server
  act TEXT NOT NULL,             -- one of src/domain/change.ts
  site TEXT,                     -- domain; NULL: of the whole service
  about TEXT NOT NULL            -- what it was done to, in a few words; may be empty
) STRICT;
CREATE TRIGGER changes_stay BEFORE UPDATE ON changes BEGIN SELECT RAISE(ABORT, 'the log of changes is only added to'); END;
CREATE TRIGGER changes_are_kept BEFORE DELETE ON changes BEGIN SELECT RAISE(ABORT, 'the log of changes is only added to'); END;
