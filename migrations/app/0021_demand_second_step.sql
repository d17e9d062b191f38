-- What owners of the service demand of everybody. docs/decisions/0012-second-step.md says why.
CREATE TABLE demands (
  name TEXT PRIMARY KEY CHECK (name = 'second_step'), -- a row is in force; without one nothing is demanded
  since INTEGER NOT NULL                              -- UTC ms
) STRICT, WITHOUT ROWID;
