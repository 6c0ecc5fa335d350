-- Changes are forgotten after days: up to which number next time, and on which day (since 1970) that was noted.
-- Before the tables, which end a transaction: nothing of feedback is in one with the line that says this file was run.
INSERT INTO feedback.sequence (name, value) VALUES ('forget', 0), ('forget_day', 0);

-- Somebody said that a comment points to a person: nobody is shown it any more, until a reader has looked at it.
ALTER TABLE feedback.comment
  ADD COLUMN display VARCHAR(8) NOT NULL DEFAULT 'shown' CHECK (display IN ('shown', 'reported', 'taken')),
  ADD KEY display (display);

-- What was hidden or taken out, for whoever restores a backup that still shows it. Gone when no such backup can be left.
CREATE TABLE office.erasure (
  comment    UUID       NOT NULL PRIMARY KEY,
  hidden_on  DATE       NOT NULL,
  settled_on DATE       NULL,
  outcome    VARCHAR(8) NOT NULL CHECK (outcome IN ('waiting', 'taken', 'kept')),
  KEY hidden_on (hidden_on)
);
