-- The interface for machines: who may use it, and what has been answered to a request that may come twice.

-- A key is random, 256 bits, shown once; its hash is enough to find it again. Rows stay when a key is revoked: a name in the
-- audit must go on meaning the same key.
CREATE TABLE office.api_key (
  id         UUID        NOT NULL PRIMARY KEY,
  name       VARCHAR(40) NOT NULL,
  hash       BINARY(32)  NOT NULL,
  scopes     VARCHAR(80) NOT NULL COMMENT 'separated by a blank',
  made_on    DATE        NOT NULL,
  used_on    DATE        NULL COMMENT 'the last day, no hour',
  revoked_on DATE        NULL,
  UNIQUE KEY name (name),
  UNIQUE KEY hash (hash)
);

-- Requests with an Idempotency-Key: stands in the vault so that the answer is kept in the transaction that it tells of.
CREATE TABLE vault.api_request (
  key_hash  BINARY(32) NOT NULL PRIMARY KEY COMMENT 'keyed hash of the API key and the Idempotency-Key',
  body_hash BINARY(32) NOT NULL COMMENT 'keyed hash of address and body',
  reply     MEDIUMTEXT NOT NULL COMMENT 'counts and outcomes, nothing of a person',
  made_on   DATE       NOT NULL COMMENT 'forgotten on the second midnight after',
  KEY made_on (made_on)
);

-- One row, locked by whoever takes something in, so that two at once do not overtake each other.
CREATE TABLE vault.intake_turn (
  only TINYINT NOT NULL PRIMARY KEY
);
