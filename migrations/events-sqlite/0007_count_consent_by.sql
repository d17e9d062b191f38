-- What banners reported, by day and by one thing beside it. Each dimension is counted for itself: no row joins a country with a
-- page, so none can be one person's. The dimension `all` counts every report once.

ALTER TABLE consent_days RENAME TO consent_days_before;
CREATE TABLE consent_days (
  site_id INTEGER NOT NULL,
  day INTEGER NOT NULL,
  dimension TEXT NOT NULL,       -- src/domain/consent.ts
  value TEXT NOT NULL,           -- empty for `all`, for what is not known, and for values beyond those that a day keeps
  asked INTEGER NOT NULL DEFAULT 0,
  accepted INTEGER NOT NULL DEFAULT 0,
  refused INTEGER NOT NULL DEFAULT 0,
  ignored INTEGER NOT NULL DEFAULT 0,
  withdrawn INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (site_id, day, dimension, value)
) STRICT, WITHOUT ROWID;
INSERT INTO consent_days (site_id, day, dimension, value, asked, accepted, refused, ignored, withdrawn)
  SELECT site_id, day, 'all', '',
    total(count) FILTER (WHERE action = 'asked'), total(count) FILTER (WHERE action = 'accepted'),
    total(count) FILTER (WHERE action = 'refused'), total(count) FILTER (WHERE action = 'ignored'),
    total(count) FILTER (WHERE action = 'withdrawn')
  FROM consent_days_before GROUP BY site_id, day;
DROP TABLE consent_days_before;
