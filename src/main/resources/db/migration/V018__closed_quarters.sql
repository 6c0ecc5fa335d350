-- A quarter is closed some weeks after its end, and counts as it was then in every release: no user may change or delete a row.

CREATE TABLE feedback.closed_quarter (
  quarter CHAR(7) NOT NULL PRIMARY KEY
);

CREATE TABLE feedback.closed_tally (
  quarter  CHAR(7)      NOT NULL,
  areas    VARCHAR(400) NOT NULL COMMENT 'the area of the label and those above it on that day, with / between',
  audience VARCHAR(20)  NOT NULL,
  period   VARCHAR(7)   NOT NULL COMMENT 'of the label',
  item     VARCHAR(12)  NOT NULL,
  base     INT          NOT NULL,
  good     INT          NOT NULL,
  PRIMARY KEY (quarter, areas, audience, period, item)
);

-- What was published of quarters that were still open cannot stand beside what is published of closed ones.
DELETE FROM feedback.published_cell;
DELETE FROM feedback.published_release;
ALTER TABLE feedback.published_release
  ADD COLUMN quarter CHAR(7) NOT NULL COMMENT 'the newest in it',
  ADD UNIQUE KEY quarter (quarter);
