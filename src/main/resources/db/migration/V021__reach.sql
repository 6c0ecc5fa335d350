-- How many were asked in a month and how many could not be reached: counted once, five weeks after its end, and then no user may
-- change a row. It counts invitations, and knows nobody and no answer.

CREATE TABLE feedback.counted_month (
  counted CHAR(7) NOT NULL PRIMARY KEY COMMENT 'for example 2026-11'
);

CREATE TABLE feedback.reach (
  counted  CHAR(7)      NOT NULL,
  areas    VARCHAR(400) NOT NULL COMMENT 'the area and those above it on that day, with / between',
  audience VARCHAR(20)  NOT NULL,
  by_what  VARCHAR(6)   NOT NULL COMMENT 'text, email or letter',
  language VARCHAR(12)  NOT NULL,
  asked    INT          NOT NULL,
  missed   INT          NOT NULL,
  PRIMARY KEY (counted, areas, audience, by_what, language)
);
