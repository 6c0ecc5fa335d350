-- A number that two people hold, or that nobody has confirmed for a long time, must not get a text. Rows from before know
-- neither and get nothing until the contact feed brings them again.

ALTER TABLE vault.contact
  ADD COLUMN phone_mac BINARY(32) NULL COMMENT 'keyed hash of the number, to find who else holds it; empty where there is none',
  ADD COLUMN seen_on   DATE       NOT NULL DEFAULT '1970-01-01' COMMENT 'the last day on which the feed held this row',
  ADD KEY phone_mac (phone_mac),
  ADD KEY seen_on (seen_on);
