-- A message goes by text, e-mail or letter. Rows from before know of texts only: what is not known is not used until the
-- contact feed says it. `hashed` tells the rows whose e-mail has no hash yet; the next feed makes it before it goes in.

ALTER TABLE vault.contact
  ADD COLUMN email_ok    VARCHAR(7) NOT NULL DEFAULT 'unknown' CHECK (email_ok IN ('yes', 'no', 'unknown')),
  ADD COLUMN post_ok     VARCHAR(7) NOT NULL DEFAULT 'unknown' CHECK (post_ok IN ('yes', 'no', 'unknown')),
  ADD COLUMN email_mac   BINARY(32) NULL COMMENT 'keyed hash of the mailbox, to find who else holds it; empty where there is none',
  ADD COLUMN address_mac BINARY(32) NULL COMMENT 'keyed hash of postcode and numbers, to find who else lives there',
  ADD COLUMN hashed      BOOLEAN    NOT NULL DEFAULT FALSE,
  MODIFY COLUMN sealed VARBINARY(4096) NOT NULL COMMENT 'name, phone, e-mail and address',
  ADD KEY email_mac (email_mac),
  ADD KEY address_mac (address_mac),
  ADD KEY hashed (hashed);

ALTER TABLE vault.invitation
  ADD COLUMN channel VARCHAR(6) NOT NULL DEFAULT 'text' CHECK (channel IN ('text', 'email', 'letter')),
  DROP KEY due,
  ADD KEY due (state, channel, due_on);

-- No longer of a phone alone. Hashes of numbers, e-mails and addresses are made so that none equals another's.
ALTER TABLE vault.delivery
  CHANGE COLUMN phone_mac reached_mac BINARY(32) NOT NULL COMMENT 'keyed hash of where it went, so that a stop finds it',
  RENAME KEY phone_mac TO reached_mac;

ALTER TABLE vault.stop
  CHANGE COLUMN phone_mac reached_mac BINARY(32) NOT NULL COMMENT 'keyed hash, so that the list cannot be read back';
