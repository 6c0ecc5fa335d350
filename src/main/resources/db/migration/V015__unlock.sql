-- Finding out who sent one answer, and keeping one beyond its window.

-- From the moment somebody asks until somebody has given account of it. It goes with its envelope. An envelope with a row
-- that is asked, open or shut neither leaves the bridge nor is taken back.
CREATE TABLE bridge.unlock_request (
  id          UUID        NOT NULL PRIMARY KEY,
  envelope    UUID        NOT NULL,
  reason      VARCHAR(12) NOT NULL CHECK (reason IN ('danger', 'harm', 'allegation', 'court')),
  state       VARCHAR(9)  NOT NULL CHECK (state IN ('asked', 'refused', 'lapsed', 'open', 'shut', 'accounted')),
  alone       BOOLEAN     NOT NULL COMMENT 'opened by one person, in immediate danger',
  asked_by    VARCHAR(80) NOT NULL,
  asked_as    VARCHAR(10) NOT NULL CHECK (asked_as IN ('READER', 'LEAD')),
  lapses_at   DATETIME    NOT NULL COMMENT 'when nobody has decided',
  decided_by  VARCHAR(80) NULL,
  decided_as  VARCHAR(10) NULL CHECK (decided_as IN ('READER', 'LEAD')),
  shuts_at    DATETIME    NULL,
  account_due DATETIME    NULL,
  week        CHAR(8)     NOT NULL COMMENT 'the key of the note',
  note        MEDIUMBLOB  NOT NULL COMMENT 'why, for the second person: sealed and padded',
  KEY envelope (envelope),
  KEY state (state),
  -- Two people in two roles, or one alone and an alarm; by whatever way a row came to be.
  CONSTRAINT two_people CHECK (
    state NOT IN ('open', 'shut', 'accounted')
    OR (alone AND decided_by IS NULL)
    OR (NOT alone AND decided_by IS NOT NULL AND decided_by <> asked_by AND decided_as IS NOT NULL AND decided_as <> asked_as))
);

-- One envelope that stays beyond its window, sealed under a key of its own, so that its week's key can be destroyed.
CREATE TABLE bridge.hold (
  envelope  UUID        NOT NULL PRIMARY KEY,
  key_name  CHAR(8)     NOT NULL COMMENT 'of its own key',
  reason    VARCHAR(12) NOT NULL CHECK (reason IN ('concern', 'allegation', 'complaint', 'court')),
  ends_at   DATETIME    NOT NULL,
  UNIQUE KEY key_name (key_name)
);

-- Two nodes must not draw a batch at the same time: the second finds the place taken.
ALTER TABLE bridge.batch
  ADD COLUMN place TINYINT NOT NULL DEFAULT 1 CHECK (place = 1),
  ADD UNIQUE KEY place (place);
