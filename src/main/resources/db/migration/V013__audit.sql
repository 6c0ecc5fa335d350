-- The audit's chain holds on to the hash of each body, and the bodies stand apart: they can go after 24 months.

CREATE TABLE office.audit_body (
  no     BIGINT          NOT NULL PRIMARY KEY,
  sealed VARBINARY(4096) NOT NULL COMMENT 'on what: opened by the auditor alone'
);

INSERT INTO office.audit_body (no, sealed) SELECT no, sealed FROM office.audit;

ALTER TABLE office.audit
  ADD COLUMN version TINYINT NOT NULL DEFAULT 1 AFTER no,
  ADD COLUMN body_hash BINARY(32) NULL COMMENT 'SHA-256 of the sealed body' AFTER act,
  ADD KEY at (at);

UPDATE office.audit SET body_hash = UNHEX(SHA2(sealed, 256));

ALTER TABLE office.audit
  MODIFY COLUMN version TINYINT NOT NULL COMMENT '1: the hash covers the body itself, which stays for that; 2: its hash',
  MODIFY COLUMN body_hash BINARY(32) NOT NULL COMMENT 'SHA-256 of the sealed body',
  DROP COLUMN sealed;

-- To whom the head of a day was mailed. At most once: 'taken' is not tried again, as it may have left.
CREATE TABLE office.audit_head (
  day       DATE         NOT NULL COMMENT 'whose last row it tells of',
  recipient VARCHAR(254) NOT NULL,
  state     VARCHAR(7)   NOT NULL CHECK (state IN ('taken', 'failed', 'sent', 'refused')),
  PRIMARY KEY (day, recipient)
);

-- How many answers a reader has cleared on a day, until that day's row is on the audit.
CREATE TABLE bridge.clearing_tally (
  day     DATE        NOT NULL COMMENT 'the council''s',
  reader  VARCHAR(80) NOT NULL COMMENT 'sign-in',
  level   VARCHAR(5)  NOT NULL,
  answers INT         NOT NULL,
  id      UUID        NOT NULL COMMENT 'goes into the row on the audit, so that one that was written twice is known again',
  PRIMARY KEY (day, reader, level)
);
