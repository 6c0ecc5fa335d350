-- Who is asked what. Written by `courier`; `collector` reads and writes the few columns that a Send needs.

CREATE TABLE vault.milestone_event (
  id              UUID         NOT NULL PRIMARY KEY,
  source          VARCHAR(40)  NOT NULL COMMENT 'table of the extract',
  source_event_id VARCHAR(64)  NOT NULL,
  milestone       VARCHAR(40)  NOT NULL,
  person_id       VARCHAR(64)  NOT NULL COMMENT 'the child, as the case system knows it',
  meeting_id      VARCHAR(64)  NOT NULL DEFAULT '' COMMENT 'empty where the table has none',
  area            VARCHAR(40)  NOT NULL,
  occurred_on     DATE         NOT NULL,
  seen_on         DATE         NOT NULL COMMENT 'the import that brought it, or its last change: nothing is due before',
  state           VARCHAR(10)  NOT NULL CHECK (state IN ('new', 'weighed', 'cancelled')),
  UNIQUE KEY source_event (source, source_event_id),
  KEY state (state)
);

CREATE TABLE vault.contact (
  person_id  VARCHAR(64)     NOT NULL PRIMARY KEY,
  role       VARCHAR(20)     NOT NULL,
  family_id  VARCHAR(64)     NOT NULL,
  language   VARCHAR(12)     NOT NULL,
  age_band   VARCHAR(10)     NOT NULL DEFAULT '',
  sms_ok     VARCHAR(7)      NOT NULL CHECK (sms_ok IN ('yes', 'no', 'unknown')),
  flags      VARCHAR(400)    NOT NULL COMMENT 'legal flags, separated by a blank; an unknown one stops every message',
  sealed     VARBINARY(4096) NOT NULL COMMENT 'name, phone and e-mail',
  updated_at DATETIME        NOT NULL COMMENT 'as the feed says, so that an older file changes nothing',
  KEY family_id (family_id)
);

-- What the extract says about a child that stops messages (death, an open enquiry, a court at work): see forms/milestones.yml.
-- A row goes when a later line of the same id no longer says so. 'unreadable': a line about the child that nobody could read.
CREATE TABLE vault.bar (
  source          VARCHAR(40) NOT NULL COMMENT 'table of the extract',
  source_event_id VARCHAR(64) NOT NULL,
  reason          VARCHAR(40) NOT NULL,
  person_id       VARCHAR(64) NOT NULL,
  family          BOOLEAN     NOT NULL COMMENT 'whether it also stops messages about brothers and sisters',
  PRIMARY KEY (source, source_event_id, reason),
  KEY person_id (person_id)
);

-- What an import could not take: the file, the line, why; the line itself is sealed.
CREATE TABLE vault.quarantine (
  id        UUID             NOT NULL PRIMARY KEY,
  file      VARCHAR(200)     NOT NULL,
  line      INT              NOT NULL,
  reason    VARCHAR(60)      NOT NULL,
  sealed    VARBINARY(16384) NOT NULL,
  seen_on   DATE             NOT NULL,
  line_hash BINARY(32)       NOT NULL COMMENT 'keyed: a file that comes twice is quarantined once',
  UNIQUE KEY line_hash (line_hash)
);

-- One person asked once about one milestone. It keeps who was invited, for the label's count; `spent` is forgotten
-- when the last link has lapsed and the window has passed.
CREATE TABLE vault.invitation (
  id           UUID        NOT NULL PRIMARY KEY,
  asked_key    BINARY(32)  NOT NULL COMMENT 'hash of person, milestone and meeting: an import that comes twice asks once',
  person_id    VARCHAR(64) NOT NULL,
  route_id     VARCHAR(64) NOT NULL COMMENT 'whose phone it goes to: the person, or the route person of a child',
  event        UUID        NOT NULL,
  milestone    VARCHAR(40) NOT NULL,
  audience     VARCHAR(20) NOT NULL,
  age_band     VARCHAR(10) NOT NULL DEFAULT '',
  area         VARCHAR(40) NOT NULL,
  month        CHAR(7)     NOT NULL COMMENT 'of sending, empty before',
  form         VARCHAR(60) NOT NULL,
  form_version INT         NOT NULL,
  language     VARCHAR(12) NOT NULL,
  due_on       DATE        NOT NULL,
  state        VARCHAR(10) NOT NULL CHECK (state IN ('waiting', 'sent', 'refused')),
  reason       VARCHAR(40) NOT NULL DEFAULT '' COMMENT 'why it was refused',
  spent        BOOLEAN     NOT NULL DEFAULT FALSE,
  UNIQUE KEY asked_key (asked_key),
  KEY due (state, due_on),
  KEY person_id (person_id)
);

-- A secret made at the moment of sending; only its hash is kept. All links of an invitation are valid, and the first use
-- spends the invitation.
CREATE TABLE vault.link (
  token_hash BINARY(32) NOT NULL PRIMARY KEY,
  invitation UUID       NOT NULL,
  expires_at DATETIME   NOT NULL COMMENT 'midnight UTC',
  KEY invitation (invitation)
);

CREATE TABLE vault.delivery (
  id         UUID        NOT NULL PRIMARY KEY,
  invitation UUID        NOT NULL,
  postman    VARCHAR(20) NOT NULL,
  state      VARCHAR(10) NOT NULL CHECK (state IN ('sending', 'sent', 'failed')),
  made_on    DATE        NOT NULL,
  phone_mac  BINARY(32)  NOT NULL COMMENT 'keyed hash of the number it went to, so that a stop finds it',
  held_until DATETIME    NULL COMMENT 'no other node takes the invitation before; only while it is being sent',
  KEY invitation (invitation),
  KEY phone_mac (phone_mac)
);

-- "Stop these texts": asked for by `collector`, carried out by a job of `courier`; the sender looks at both.
CREATE TABLE vault.stop_request (
  token_hash BINARY(32) NOT NULL PRIMARY KEY
);

CREATE TABLE vault.stop (
  phone_mac BINARY(32) NOT NULL PRIMARY KEY COMMENT 'keyed hash, so that the list cannot be read back',
  since     DATE       NOT NULL
);
