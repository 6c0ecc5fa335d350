-- A page asks one table by its key, and the respondents' pages have no right to the table that says who was invited:
-- a link knows what it opens and whether its invitation was answered. All links of an invitation are spent together.

ALTER TABLE vault.link
  ADD COLUMN spent        BOOLEAN     NOT NULL DEFAULT FALSE COMMENT 'its invitation was answered, by this link or another',
  ADD COLUMN form         VARCHAR(60) NOT NULL DEFAULT '',
  ADD COLUMN form_version INT         NOT NULL DEFAULT 0,
  ADD COLUMN language     VARCHAR(12) NOT NULL DEFAULT '';

UPDATE vault.link l JOIN vault.invitation i ON i.id = l.invitation
   SET l.spent = i.spent, l.form = i.form, l.form_version = i.form_version, l.language = i.language;

ALTER TABLE vault.link
  ALTER COLUMN form DROP DEFAULT,
  ALTER COLUMN form_version DROP DEFAULT,
  ALTER COLUMN language DROP DEFAULT;

-- Given first, as a new database has not given it yet and what was not given cannot be taken.
GRANT SELECT (id, spent, form, form_version, language), UPDATE (spent) ON vault.invitation TO 'collector'@'${host}';
REVOKE SELECT (id, spent, form, form_version, language), UPDATE (spent) ON vault.invitation FROM 'collector'@'${host}';

ALTER TABLE vault.invitation
  DROP COLUMN spent;
