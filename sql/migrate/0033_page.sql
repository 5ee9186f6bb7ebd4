-- The case page reads its entries in the order in which they are shown, without sorting.
DROP INDEX note_by_case;
CREATE INDEX note_by_case ON note (case_id, recorded_at DESC, note_id, happened_on);
DROP INDEX record_version_by_case;
CREATE INDEX record_version_by_case
 ON record_version (case_id, at DESC, record_id, version DESC);
DROP INDEX duty_by_desk;
CREATE INDEX duty_by_desk ON duty (desk_id, due_on, case_id);
