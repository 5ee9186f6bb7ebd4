-- Merges note rows by table, and by column where a person is named.

UPDATE merge_row SET row_id = '1' WHERE kind = 'outreach';
UPDATE merge_row
   SET kind = CASE kind WHEN 'relation_of' THEN 'person_relation.person_id'
                        WHEN 'relation_to' THEN 'person_relation.other_id'
                        ELSE kind || '.person_id' END
 WHERE merge_id IN (SELECT m.merge_id FROM merge AS m WHERE m.kind = 'people');
