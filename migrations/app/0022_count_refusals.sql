-- How often what a line of the log says was refused within its hour. A line is made once; only its count grows: the triggers hold everybody to that.
CREATE TABLE refusals (
  change_id INTEGER PRIMARY KEY REFERENCES changes (id),
  hour INTEGER NOT NULL,         -- since 1970 (UTC)
  count INTEGER NOT NULL CHECK (count > 0)
) STRICT;
CREATE INDEX refusals_of_hour ON refusals (hour);
CREATE TRIGGER refusals_grow BEFORE UPDATE ON refusals
WHEN NEW.change_id <> OLD.change_id OR NEW.hour <> OLD.hour OR NEW.count < OLD.count
BEGIN SELECT RAISE(ABORT, 'the log of changes is only added to'); END;
CREATE TRIGGER refusals_are_kept BEFORE DELETE ON refusals BEGIN SELECT RAISE(ABORT, 'the log of changes is only added to'); END;
