-- A link that anybody may use who comes by: on a poster, or a tablet in a waiting room. Nobody is invited, so nobody is
-- behind it: the answer keeps its service, its audience and its year.

CREATE TABLE vault.open_link (
  id           UUID        NOT NULL PRIMARY KEY,
  code         CHAR(16)    NOT NULL COMMENT 'hangs on a wall, so it is no secret; the link is made of it',
  token_hash   BINARY(32)  NOT NULL,
  kind         VARCHAR(6)  NOT NULL CHECK (kind IN ('poster', 'tablet')),
  place        VARCHAR(80) NOT NULL COMMENT 'where it hangs or stands, for staff',
  area         VARCHAR(40) NOT NULL,
  audience     VARCHAR(20) NOT NULL,
  form         VARCHAR(60) NOT NULL,
  form_version INT         NOT NULL,
  language     VARCHAR(12) NOT NULL,
  made_on      DATE        NOT NULL,
  closed       BOOLEAN     NOT NULL DEFAULT FALSE,
  UNIQUE KEY token_hash (token_hash)
);

-- Read after the answers of those who were asked, unless somebody may be at risk: whoever floods a poster waits behind them.
ALTER TABLE bridge.envelope
  ADD COLUMN by_open_link BOOLEAN NOT NULL DEFAULT FALSE;
