-- What a comment says in English, written by the reader who cleared it: redacted, and always shown as translated.
ALTER TABLE feedback.comment
  ADD COLUMN english TEXT NOT NULL DEFAULT '' COMMENT 'redacted; empty where the words are English or nobody wrote it';
