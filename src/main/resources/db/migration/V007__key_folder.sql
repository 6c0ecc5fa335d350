-- Which key folder belongs to this database: one row, made at the first start. Without it a service that was started by
-- mistake on another database would find no envelopes there and destroy the keys that the real one still needs.

CREATE TABLE bridge.key_folder (
  id UUID NOT NULL PRIMARY KEY
);
