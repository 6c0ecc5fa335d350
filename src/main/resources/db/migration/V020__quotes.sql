-- Words that may leave the reading room, once a second person has looked at them. One of a response: two would read as two
-- people. Gone with the comment that they are from, or when somebody reports it.

CREATE TABLE feedback.quote (
  id         UUID        NOT NULL PRIMARY KEY,
  quoted     UUID        NOT NULL COMMENT 'the comment',
  response   UUID        NOT NULL,
  wording    TEXT        NOT NULL COMMENT 'as it is printed',
  manner     VARCHAR(10) NOT NULL CHECK (manner IN ('words', 'rendering', 'paraphrase')),
  verdict    VARCHAR(10) NOT NULL DEFAULT 'waiting' CHECK (verdict IN ('waiting', 'checked', 'refused')),
  objection  VARCHAR(12) NOT NULL DEFAULT '',
  picked_by  VARCHAR(80) NOT NULL,
  checked_by VARCHAR(80) NOT NULL DEFAULT '',
  UNIQUE KEY response (response),
  KEY quoted (quoted)
);
