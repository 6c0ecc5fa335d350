-- Searches that an analyst keeps. The name and what is asked for are sealed with the key of the contacts: whoever runs the
-- database does not read there what is searched for. The counts stand plain, of nothing that could be read here.

CREATE TABLE office.saved_search (
  id        UUID             NOT NULL PRIMARY KEY,
  staff     UUID             NOT NULL COMMENT 'whose it is; nobody else sees it',
  no        INT              NOT NULL COMMENT 'by which the e-mail names it',
  sealed    VARBINARY(10000) NOT NULL COMMENT 'name, words, choices and order, padded',
  mailed    BOOLEAN          NOT NULL COMMENT 'whether an e-mail says that it finds more',
  seen      INT              NOT NULL COMMENT 'comments found when it was last opened',
  told      INT              NOT NULL COMMENT 'comments found when it was last opened or told of',
  opened_on DATE             NOT NULL,
  UNIQUE KEY staff (staff, no)
);

-- The turn of one person's e-mail: one a day at most, by one node. It says until which day that is done, and nothing of before.
CREATE TABLE office.saved_search_turn (
  staff      UUID     NOT NULL PRIMARY KEY,
  day        DATE     NOT NULL COMMENT 'the last that is done',
  holder     UUID     NULL COMMENT 'the node that counts and sends just now',
  held_until DATETIME NULL COMMENT 'before then no other takes it'
);
