-- When something that the audit asks about was last done to its end (src/privacy/audit/ports.ts).
CREATE TABLE last_runs (
  job TEXT PRIMARY KEY,
  done_at INTEGER NOT NULL               -- UTC ms
) STRICT, WITHOUT ROWID;
