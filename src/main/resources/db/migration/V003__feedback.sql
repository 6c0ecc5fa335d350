-- What was said, by nobody. Random ids, one coarse label, redacted words; no person, case, link, day or order.

CREATE TABLE feedback.response (
  id           UUID        NOT NULL PRIMARY KEY,
  form         VARCHAR(60) NOT NULL COMMENT 'empty where the label has no milestone: the form would give it away',
  form_version INT         NOT NULL,
  area         VARCHAR(40) NOT NULL,
  audience     VARCHAR(20) NOT NULL,
  age_band     VARCHAR(10) NOT NULL COMMENT 'empty: coarsened away, like the next three',
  milestone    VARCHAR(40) NOT NULL,
  period       VARCHAR(7)  NOT NULL COMMENT '2026-11, 2026-Q4 or 2026',
  language     VARCHAR(12) NOT NULL
);

CREATE TABLE feedback.tick (
  response UUID        NOT NULL,
  question VARCHAR(40) NOT NULL,
  pick     VARCHAR(40) NOT NULL,
  PRIMARY KEY (response, question, pick)
);

-- What a response says on one of the seven core items: its least good answer.
CREATE TABLE feedback.item (
  response UUID        NOT NULL,
  item     VARCHAR(12) NOT NULL,
  standing VARCHAR(6)  NOT NULL CHECK (standing IN ('good', 'middle', 'poor')),
  PRIMARY KEY (response, item)
);

CREATE TABLE feedback.comment (
  id       UUID        NOT NULL PRIMARY KEY,
  response UUID        NOT NULL,
  question VARCHAR(40) NOT NULL COMMENT 'empty where the response has no form',
  language VARCHAR(12) NOT NULL COMMENT 'und where the label has none',
  words    TEXT        NOT NULL COMMENT 'redacted',
  KEY response (response)
);

-- What an index has to take up. One number a batch, kept for days only: it must not become an attribute.
CREATE TABLE feedback.change (
  no      BIGINT NOT NULL,
  comment UUID   NOT NULL,
  PRIMARY KEY (no, comment)
);

CREATE TABLE feedback.sequence (
  name  VARCHAR(20) NOT NULL PRIMARY KEY,
  value BIGINT      NOT NULL
);
INSERT INTO feedback.sequence (name, value) VALUES ('change', 0);

-- How many answered, per coarse cell; moved in the transaction that inserts the responses.
CREATE TABLE feedback.counter (
  area     VARCHAR(40) NOT NULL,
  audience VARCHAR(20) NOT NULL,
  quarter  CHAR(7)     NOT NULL,
  answered INT         NOT NULL,
  PRIMARY KEY (area, audience, quarter)
);

-- Releases are immutable: no user may change or delete a row of the next two tables.
CREATE TABLE feedback.published_release (
  id      UUID    NOT NULL PRIMARY KEY,
  made_on DATE    NOT NULL,
  UNIQUE KEY made_on (made_on)
);

CREATE TABLE feedback.published_cell (
  published_release UUID        NOT NULL,
  area              VARCHAR(40) NOT NULL,
  audience_group    VARCHAR(30) NOT NULL,
  span              VARCHAR(10) NOT NULL COMMENT '2026-Q4, or 12 months up to a quarter: 2026-Q4/12',
  item              VARCHAR(12) NOT NULL,
  symbol            VARCHAR(2)  NOT NULL COMMENT 'c: hidden; empty: the two figures stand',
  base              INT         NOT NULL,
  good              INT         NOT NULL,
  PRIMARY KEY (published_release, area, audience_group, span, item)
);
