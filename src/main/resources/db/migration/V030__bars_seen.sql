-- What stops messages goes when neither it nor the person is handed in any more.

ALTER TABLE vault.bar
  ADD COLUMN seen_on DATE NOT NULL DEFAULT (CURRENT_DATE) COMMENT 'the last day on which the extract held this row',
  ADD KEY seen_on (seen_on);
