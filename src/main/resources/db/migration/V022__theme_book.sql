-- What has been changed in the theme book since it was shipped: a row a change, the newest counts. Nobody may change or
-- delete one, so that a report can name the version that it used.

CREATE TABLE office.theme (
  theme      VARCHAR(41)  NOT NULL,
  version    INT          NOT NULL,
  body       MEDIUMTEXT   NOT NULL COMMENT 'the whole theme since then, as JSON',
  changed_by VARCHAR(80)  NOT NULL,
  why        VARCHAR(200) NOT NULL,
  changed_at DATETIME     NOT NULL,
  PRIMARY KEY (theme, version)
);
