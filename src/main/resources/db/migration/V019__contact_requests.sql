-- Somebody says who they are and asks to be contacted: sealed like an answer and bound to none, without an hour, and gone
-- once it was mailed. `collector` may only put it in.

CREATE TABLE bridge.contact_request (
  id          UUID       NOT NULL PRIMARY KEY,
  nonce_hash  BINARY(32) NOT NULL COMMENT 'of the page: a double click is one request',
  week        CHAR(8)    NOT NULL COMMENT 'the key that it is sealed with',
  received_on DATE       NOT NULL,
  body        MEDIUMBLOB NOT NULL COMMENT 'sealed and padded',
  held_until  DATETIME   NULL COMMENT 'a node is mailing it',
  holder      UUID       NULL,
  UNIQUE KEY nonce_hash (nonce_hash)
);
