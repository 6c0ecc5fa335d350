-- A theme may be taken out of use, and come back. Its versions stay, so that its key is never given to another one.

ALTER TABLE office.theme ADD COLUMN in_use BOOLEAN NOT NULL DEFAULT TRUE COMMENT 'whether comments are sorted by it since then';

-- Which way a comment says each of its themes, as far as the person who sorted it said so.
ALTER TABLE office.coding ADD COLUMN sides VARCHAR(3) NOT NULL DEFAULT '' AFTER themes;

-- A dip-sample is not drawn by theme: who codes would know what the book found.
ALTER TABLE office.sample DROP COLUMN theme;

ALTER TABLE office.sample_code ADD KEY comment (comment);
