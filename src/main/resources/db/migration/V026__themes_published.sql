-- What people say in their own words, counted when a quarter is closed and as it was then for good: no user may change or delete a row.
-- Quarters that were closed before have none.

CREATE TABLE feedback.closed_theme_book (
  quarter   CHAR(7)      NOT NULL,
  theme     VARCHAR(41)  NOT NULL,
  version   INT          NOT NULL COMMENT 'of the theme; 0 as it was shipped',
  sorted_by VARCHAR(120) NOT NULL COMMENT 'the shipped book, and the model that read meaning',
  PRIMARY KEY (quarter, theme)
);

CREATE TABLE feedback.closed_answers (
  quarter  CHAR(7)      NOT NULL,
  areas    VARCHAR(400) NOT NULL COMMENT 'the area of the label and those above it on that day, with / between',
  audience VARCHAR(20)  NOT NULL,
  period   VARCHAR(7)   NOT NULL COMMENT 'of the label',
  given    INT          NOT NULL COMMENT 'answers, with or without words',
  PRIMARY KEY (quarter, areas, audience, period)
);

CREATE TABLE feedback.closed_theme (
  quarter  CHAR(7)      NOT NULL,
  areas    VARCHAR(400) NOT NULL,
  audience VARCHAR(20)  NOT NULL,
  period   VARCHAR(7)   NOT NULL,
  theme    VARCHAR(41)  NOT NULL,
  saying   INT          NOT NULL COMMENT 'answers that say it',
  PRIMARY KEY (quarter, areas, audience, period, theme)
);

CREATE TABLE feedback.published_answers (
  published_release UUID        NOT NULL,
  area              VARCHAR(40) NOT NULL,
  audience_group    VARCHAR(30) NOT NULL,
  span              VARCHAR(10) NOT NULL,
  symbol            VARCHAR(2)  NOT NULL COMMENT 'c: hidden; empty: the number stands',
  given             INT         NOT NULL COMMENT 'answers, with or without words',
  PRIMARY KEY (published_release, area, audience_group, span)
);

-- Only what may be seen: of a theme that is not there nothing is told, and not whether anybody says it.
CREATE TABLE feedback.published_theme (
  published_release UUID        NOT NULL,
  area              VARCHAR(40) NOT NULL,
  audience_group    VARCHAR(30) NOT NULL,
  span              VARCHAR(10) NOT NULL,
  theme             VARCHAR(41) NOT NULL,
  saying            INT         NOT NULL COMMENT 'answers that say it',
  PRIMARY KEY (published_release, area, audience_group, span, theme)
);
