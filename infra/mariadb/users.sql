-- Run once, by an administrator of the server, before the service starts for the first time:
--   sed "s/CHANGE_ME_courier/.../; ..." infra/mariadb/users.sql | mariadb
-- Makes the four schemas, the six narrow users and the migrator. The narrow rights on tables and columns are given by the
-- migration (src/main/resources/db/migration/R__grants.sql), as a table must exist before a right on its columns can;
-- `migrator` may therefore pass its rights on. It connects at start, migrates and leaves; nothing else uses it.
-- Replace the seven passwords, and '%' by the address the service connects from (then set hearback.database.account-host
-- to the same).

CREATE DATABASE IF NOT EXISTS vault    CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
CREATE DATABASE IF NOT EXISTS bridge   CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
CREATE DATABASE IF NOT EXISTS feedback CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
CREATE DATABASE IF NOT EXISTS office   CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE USER IF NOT EXISTS 'migrator'@'%'  IDENTIFIED BY 'CHANGE_ME_migrator';
CREATE USER IF NOT EXISTS 'courier'@'%'   IDENTIFIED BY 'CHANGE_ME_courier';
CREATE USER IF NOT EXISTS 'collector'@'%' IDENTIFIED BY 'CHANGE_ME_collector';
CREATE USER IF NOT EXISTS 'duty'@'%'      IDENTIFIED BY 'CHANGE_ME_duty';
CREATE USER IF NOT EXISTS 'delinker'@'%'  IDENTIFIED BY 'CHANGE_ME_delinker';
CREATE USER IF NOT EXISTS 'analyst'@'%'   IDENTIFIED BY 'CHANGE_ME_analyst';
CREATE USER IF NOT EXISTS 'clerk'@'%'     IDENTIFIED BY 'CHANGE_ME_clerk';

GRANT ALL PRIVILEGES ON vault.*    TO 'migrator'@'%' WITH GRANT OPTION;
GRANT ALL PRIVILEGES ON bridge.*   TO 'migrator'@'%' WITH GRANT OPTION;
GRANT ALL PRIVILEGES ON feedback.* TO 'migrator'@'%' WITH GRANT OPTION;
GRANT ALL PRIVILEGES ON office.*   TO 'migrator'@'%' WITH GRANT OPTION;
