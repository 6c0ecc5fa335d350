-- Which answer lies open before which reader, so that two who read at once get different ones (ADR 56). A row counts for minutes, and is
-- gone with the decision or when somebody next goes on: who read what is kept nowhere.

CREATE TABLE bridge.desk (
  envelope UUID        NOT NULL PRIMARY KEY,
  reader   VARCHAR(80) NOT NULL COMMENT 'sign-in',
  state    VARCHAR(4)  NOT NULL COMMENT 'left: for others first' CHECK (state IN ('open', 'left')),
  ends_at  DATETIME    NOT NULL COMMENT 'from then on it is as if the row were not there'
);
