-- So that the page of a closed link can say that the texts were stopped, and not that time ran out.

ALTER TABLE vault.link
  ADD COLUMN stopped BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'closed because somebody asked for no more texts';
