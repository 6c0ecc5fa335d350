-- Run once, by an administrator of the server, where infra/backup/database is used. The user may read the four stores from
-- this machine and do nothing else; no part of the service knows it. Replace the password.

CREATE USER IF NOT EXISTS 'backup'@'localhost' IDENTIFIED BY 'CHANGE_ME_backup';

GRANT SELECT ON vault.*    TO 'backup'@'localhost';
GRANT SELECT ON bridge.*   TO 'backup'@'localhost';
GRANT SELECT ON feedback.* TO 'backup'@'localhost';
GRANT SELECT ON office.*   TO 'backup'@'localhost';
