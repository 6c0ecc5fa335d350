-- Staff, what they did, and the house's own state.

CREATE TABLE office.staff (
  id        UUID         NOT NULL PRIMARY KEY,
  sign_in   VARCHAR(80)  NOT NULL COMMENT 'user name, or the subject of the identity provider',
  name      VARCHAR(120) NOT NULL,
  roles     VARCHAR(200) NOT NULL COMMENT 'separated by a blank',
  areas     VARCHAR(400) NOT NULL COMMENT 'separated by a blank; empty: the whole council',
  languages VARCHAR(100) NOT NULL COMMENT 'read by this person, separated by a blank',
  secret    VARCHAR(200) NOT NULL COMMENT 'hash of a try-out password, empty elsewhere',
  tryout    BOOLEAN      NOT NULL,
  UNIQUE KEY sign_in (sign_in)
);

-- Who is on duty to read. No row for a day: nobody reads on that day.
CREATE TABLE office.rota (
  day   DATE NOT NULL,
  staff UUID NOT NULL,
  PRIMARY KEY (day, staff)
);

-- Append-only: no user may change or delete a row. Each row holds the hash of the one before.
CREATE TABLE office.audit (
  no       BIGINT           NOT NULL PRIMARY KEY,
  at       DATETIME(6)      NOT NULL,
  actor    VARCHAR(80)      NOT NULL,
  act      VARCHAR(40)      NOT NULL,
  sealed   VARBINARY(4096)  NOT NULL COMMENT 'on what: opened by the auditor alone',
  previous BINARY(32)       NOT NULL,
  hash     BINARY(32)       NOT NULL
);

CREATE TABLE office.job (
  name     VARCHAR(40)  NOT NULL PRIMARY KEY,
  ended_at DATETIME     NULL,
  outcome  VARCHAR(200) NOT NULL
);
