-- The narrow rights of the six users. `Grants` compares them with what the server says at each start and refuses more.
-- A column's right can only be given once its table exists, so they are given here and not in infra/mariadb/users.sql.

GRANT SELECT, INSERT, UPDATE, DELETE ON vault.* TO 'courier'@'${host}';

GRANT SELECT (token_hash, invitation, expires_at, stopped, spent, form, form_version, language), UPDATE (spent)
  ON vault.link TO 'collector'@'${host}';
GRANT SELECT (token_hash, form, form_version, language, kind, closed) ON vault.open_link TO 'collector'@'${host}';
GRANT INSERT ON vault.stop_request TO 'collector'@'${host}';
GRANT INSERT ON bridge.envelope TO 'collector'@'${host}';
GRANT INSERT ON bridge.withdrawal TO 'collector'@'${host}';
GRANT INSERT ON bridge.contact_request TO 'collector'@'${host}';

GRANT SELECT, INSERT, UPDATE, DELETE ON bridge.* TO 'duty'@'${host}';

GRANT INSERT ON feedback.response TO 'delinker'@'${host}';
GRANT INSERT ON feedback.tick TO 'delinker'@'${host}';
GRANT INSERT ON feedback.item TO 'delinker'@'${host}';
GRANT INSERT ON feedback.comment TO 'delinker'@'${host}';
GRANT SELECT (id, period), DELETE ON feedback.response TO 'delinker'@'${host}';
GRANT SELECT (response), DELETE ON feedback.tick TO 'delinker'@'${host}';
GRANT SELECT (response), DELETE ON feedback.item TO 'delinker'@'${host}';
GRANT SELECT (id, response), DELETE ON feedback.comment TO 'delinker'@'${host}';
GRANT INSERT, DELETE ON feedback.change TO 'delinker'@'${host}';
GRANT SELECT (no) ON feedback.change TO 'delinker'@'${host}';
GRANT SELECT, UPDATE ON feedback.sequence TO 'delinker'@'${host}';
GRANT SELECT, INSERT, UPDATE ON feedback.counter TO 'delinker'@'${host}';

GRANT SELECT ON feedback.* TO 'analyst'@'${host}';
GRANT UPDATE (display, words, english) ON feedback.comment TO 'analyst'@'${host}';
GRANT INSERT ON feedback.change TO 'analyst'@'${host}';
GRANT UPDATE (value) ON feedback.sequence TO 'analyst'@'${host}';
GRANT INSERT, DELETE ON feedback.quote TO 'analyst'@'${host}';
GRANT UPDATE (verdict, objection, checked_by) ON feedback.quote TO 'analyst'@'${host}';
GRANT INSERT ON feedback.published_release TO 'analyst'@'${host}';
GRANT INSERT ON feedback.closed_quarter TO 'analyst'@'${host}';
GRANT INSERT ON feedback.closed_tally TO 'analyst'@'${host}';
GRANT INSERT ON feedback.closed_theme_book TO 'analyst'@'${host}';
GRANT INSERT ON feedback.closed_answers TO 'analyst'@'${host}';
GRANT INSERT ON feedback.closed_theme TO 'analyst'@'${host}';
GRANT INSERT ON feedback.published_answers TO 'analyst'@'${host}';
GRANT INSERT ON feedback.published_theme TO 'analyst'@'${host}';
GRANT INSERT ON feedback.counted_month TO 'analyst'@'${host}';
GRANT INSERT ON feedback.reach TO 'analyst'@'${host}';
GRANT INSERT ON feedback.counted_quarter TO 'analyst'@'${host}';
GRANT INSERT ON feedback.answered TO 'analyst'@'${host}';
GRANT INSERT ON feedback.published_cell TO 'analyst'@'${host}';

GRANT SELECT, INSERT, UPDATE, DELETE ON office.staff TO 'clerk'@'${host}';
GRANT SELECT, INSERT, UPDATE, DELETE ON office.rota TO 'clerk'@'${host}';
GRANT SELECT, INSERT, UPDATE ON office.job TO 'clerk'@'${host}';
GRANT SELECT, INSERT ON office.audit TO 'clerk'@'${host}';
GRANT SELECT, INSERT ON office.theme TO 'clerk'@'${host}';
GRANT SELECT, INSERT, DELETE ON office.coding TO 'clerk'@'${host}';
GRANT SELECT, INSERT ON office.sample TO 'clerk'@'${host}';
GRANT SELECT, INSERT, DELETE ON office.sample_item TO 'clerk'@'${host}';
GRANT SELECT, INSERT ON office.sample_coder TO 'clerk'@'${host}';
GRANT SELECT, INSERT, DELETE ON office.sample_code TO 'clerk'@'${host}';
GRANT SELECT, INSERT, DELETE ON office.audit_body TO 'clerk'@'${host}';
GRANT SELECT, INSERT, UPDATE, DELETE ON office.audit_head TO 'clerk'@'${host}';
GRANT SELECT, INSERT, UPDATE, DELETE ON office.erasure TO 'clerk'@'${host}';
GRANT SELECT, INSERT, UPDATE (used_on, revoked_on) ON office.api_key TO 'clerk'@'${host}';
GRANT SELECT, INSERT, UPDATE, DELETE ON office.saved_search TO 'clerk'@'${host}';
GRANT SELECT, INSERT, UPDATE, DELETE ON office.saved_search_turn TO 'clerk'@'${host}';
