-- How many of those asked in a quarter have answered, by way, language and group: gathered sealed while it is being forgotten who they
-- are, written down once for each quarter, in fives and from ten on, and then no user may change a row (ADR 52).

CREATE TABLE vault.replied (
  asked_in CHAR(7) NOT NULL PRIMARY KEY COMMENT 'the quarter of sending; empty: the row that whoever counts holds',
  sealed   BLOB    NOT NULL COMMENT 'counts and nobody, of one length; empty: they could not be opened, and are not counted'
);

CREATE TABLE feedback.counted_quarter (
  quarter CHAR(7) NOT NULL PRIMARY KEY
);

CREATE TABLE feedback.answered (
  quarter CHAR(7)     NOT NULL COMMENT 'in which they were asked',
  area    VARCHAR(40) NOT NULL COMMENT 'the council, or an area right below it',
  split   VARCHAR(8)  NOT NULL CHECK (split IN ('all', 'group', 'way', 'language')),
  part    VARCHAR(30) NOT NULL COMMENT 'empty: all of them',
  people  INT         NOT NULL CHECK (people >= 10 AND people MOD 5 = 0),
  PRIMARY KEY (quarter, area, split, part)
);

-- Of quarters in which somebody was asked before today it is forgotten already who answered.
INSERT INTO feedback.counted_quarter (quarter)
SELECT DISTINCT CONCAT(LEFT(month, 4), '-Q', (CAST(RIGHT(month, 2) AS UNSIGNED) + 2) DIV 3)
  FROM vault.invitation
 WHERE state = 'sent' AND month <> '';
