-- Sealed answers between Send and de-link. Nothing here that comes from words is plain or of a telling length.
-- Unique keys stand in the order in which the server checks them: `answer_mac` first, so that a duplicate names the key
-- that tells "the same answer again" from "other words under the same nonce". `collector` may insert and not look.

CREATE TABLE bridge.envelope (
  id             UUID        NOT NULL PRIMARY KEY,
  answer_mac     BINARY(32)  NOT NULL COMMENT 'of nonce and answers, under the nonce, which is not kept',
  nonce_hash     BINARY(32)  NOT NULL,
  withdrawal_mac BINARY(32)  NOT NULL COMMENT 'keyed hash of the withdrawal code',
  week           CHAR(8)     NOT NULL COMMENT 'of sending, 2026-W48: the name of the key',
  level          VARCHAR(5)  NOT NULL CHECK (level IN ('none', 'amber', 'red')),
  due_at         DATETIME    NULL COMMENT 'when a flagged answer must have been read',
  sent_on        DATE        NOT NULL,
  body           MEDIUMBLOB  NOT NULL COMMENT 'sealed and padded',
  UNIQUE KEY answer_mac (answer_mac),
  UNIQUE KEY nonce_hash (nonce_hash),
  KEY withdrawal_mac (withdrawal_mac),
  KEY sent_on (sent_on),
  KEY week (week)
);

CREATE TABLE bridge.withdrawal (
  id        UUID       NOT NULL PRIMARY KEY,
  code_mac  BINARY(32) NOT NULL,
  asked_on  DATE       NOT NULL
);

-- One row an envelope, from the moment it has been opened once.
CREATE TABLE bridge.clearing (
  envelope UUID        NOT NULL PRIMARY KEY,
  week     CHAR(8)     NOT NULL,
  state    VARCHAR(8)  NOT NULL CHECK (state IN ('queued', 'cleared', 'batched')),
  work     MEDIUMBLOB  NOT NULL COMMENT 'spans and language, sealed and padded',
  KEY state (state)
);

CREATE TABLE bridge.concern (
  envelope UUID        NOT NULL PRIMARY KEY,
  level    VARCHAR(5)  NOT NULL CHECK (level IN ('amber', 'red', 'L', 'C')),
  due_at   DATETIME    NOT NULL,
  state    VARCHAR(6)  NOT NULL CHECK (state IN ('open', 'closed'))
);

-- A batch that has been drawn and not finished; there is at most one.
CREATE TABLE bridge.batch (
  id     UUID       NOT NULL PRIMARY KEY,
  week   CHAR(8)    NOT NULL,
  drawn  MEDIUMBLOB NOT NULL COMMENT 'which envelopes, under which labels: sealed and padded'
);
