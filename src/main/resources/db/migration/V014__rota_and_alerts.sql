-- A deputy reads when duty is late.
ALTER TABLE office.rota
  ADD COLUMN place VARCHAR(6) NOT NULL DEFAULT 'duty' CHECK (place IN ('duty', 'deputy'));

ALTER TABLE office.staff
  ADD COLUMN email VARCHAR(254) NOT NULL DEFAULT '' COMMENT 'where alerts go; empty: none by e-mail',
  ADD COLUMN phone VARCHAR(16)  NOT NULL DEFAULT '' COMMENT 'the same, in E.164'
    CHECK (phone = '' OR phone REGEXP '^[+][1-9][0-9]{6,14}$');

ALTER TABLE bridge.concern
  ADD COLUMN owner VARCHAR(80) NOT NULL DEFAULT '' COMMENT 'sign-in of who deals with it';

-- Which steps of the escalation were taken for an envelope. `at` is no finer than what `due_at` says of a flagged answer;
-- goes with the concern.
CREATE TABLE bridge.alert (
  envelope UUID     NOT NULL,
  step     TINYINT  NOT NULL CHECK (step BETWEEN 0 AND 3),
  at       DATETIME NOT NULL COMMENT 'in UTC',
  PRIMARY KEY (envelope, step)
);

-- What has to be said to whom, at most once for each person and way: what comes in meanwhile makes it more urgent. Written with
-- the step, deleted once it was sent. Where it goes is looked up when it goes.
CREATE TABLE bridge.alert_message (
  recipient  VARCHAR(40) NOT NULL COMMENT 'id of a member of staff, night or webhook',
  way        VARCHAR(7)  NOT NULL CHECK (way IN ('email', 'text', 'webhook')),
  due_at     DATETIME    NOT NULL COMMENT 'of the most urgent, in UTC',
  held_until DATETIME    NULL COMMENT 'another node is sending it',
  holder     UUID        NULL,
  failed_at  DATETIME    NULL COMMENT 'when it first could not be sent',
  tries      INT         NOT NULL DEFAULT 0,
  next_try   DATETIME    NULL,
  PRIMARY KEY (recipient, way)
);
