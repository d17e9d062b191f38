-- Addresses that are told of alerts of a site.
CREATE TABLE webhooks (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  site_id INTEGER NOT NULL REFERENCES sites (id) ON DELETE CASCADE,
  url TEXT NOT NULL,             -- may have a secret of the other side in it: only its host is shown
  -- Signs every message, so that it has to be had again and a hash would not do. Whoever has it can only pretend to be this server to that address.
  secret BLOB NOT NULL,
  created_at INTEGER NOT NULL    -- UTC ms
) STRICT;

ALTER TABLE outbox ADD COLUMN webhook_id INTEGER REFERENCES webhooks (id) ON DELETE CASCADE;
ALTER TABLE outbox ADD COLUMN fault TEXT; -- of the last attempt, in one sentence of ours; NULL: none
CREATE INDEX outbox_of_webhook ON outbox (webhook_id, id) WHERE webhook_id IS NOT NULL;
