-- What people say that a comment is about. It names a comment by its random id and holds no words of it. A day, and numbers
-- in the order of the work, say by when a comment was there and never since when: whomever its label fitted by then were
-- ten people or more. Gone with the comment.

-- A row each time somebody says it: the newest counts, over what the theme book finds.
CREATE TABLE office.coding (
  no       BIGINT       NOT NULL PRIMARY KEY COMMENT 'without a gap, as each index follows them',
  comment  UUID         NOT NULL,
  said     VARCHAR(8)   NOT NULL CHECK (said IN ('themes', 'unclear')),
  themes   VARCHAR(130) NOT NULL COMMENT 'separated by a blank; empty: no theme of the book',
  book     VARCHAR(40)  NOT NULL COMMENT 'version of the theme book',
  coded_by VARCHAR(80)  NOT NULL,
  coded_on DATE         NOT NULL,
  KEY comment (comment)
);

-- Comments drawn by chance, for two people to code without seeing what the other says.
CREATE TABLE office.sample (
  id             UUID         NOT NULL PRIMARY KEY,
  seed           VARCHAR(40)  NOT NULL,
  size           INT          NOT NULL COMMENT 'as asked for',
  area           VARCHAR(40)  NOT NULL COMMENT 'what was drawn from; empty asks for nothing, like the next five',
  audience_group VARCHAR(30)  NOT NULL,
  milestone      VARCHAR(40)  NOT NULL,
  period         VARCHAR(7)   NOT NULL,
  language       VARCHAR(12)  NOT NULL,
  theme          VARCHAR(41)  NOT NULL,
  bounds         VARCHAR(400) NOT NULL COMMENT 'areas within which all of it lies, separated by a blank; empty: the whole council',
  drawn_by       VARCHAR(80)  NOT NULL,
  drawn_on       DATE         NOT NULL
);

CREATE TABLE office.sample_item (
  sample  UUID NOT NULL,
  place   INT  NOT NULL,
  comment UUID NOT NULL,
  PRIMARY KEY (sample, place),
  UNIQUE KEY comment (comment, sample)
);

-- The two who code it.
CREATE TABLE office.sample_coder (
  sample UUID        NOT NULL,
  seat   INT         NOT NULL CHECK (seat IN (1, 2)),
  coder  VARCHAR(80) NOT NULL,
  PRIMARY KEY (sample, seat),
  UNIQUE KEY coder (sample, coder)
);

-- Each time one of them says it; the newest counts, and none of it reaches an index.
CREATE TABLE office.sample_code (
  sample   UUID         NOT NULL,
  comment  UUID         NOT NULL,
  seat     INT          NOT NULL,
  version  INT          NOT NULL,
  said     VARCHAR(8)   NOT NULL CHECK (said IN ('themes', 'unclear')),
  themes   VARCHAR(130) NOT NULL,
  coded_on DATE         NOT NULL,
  PRIMARY KEY (sample, comment, seat, version)
);
