-- Striking a word out of everything that is written about a case: one statement for each table
-- with texts of sql/case_tables.def, and all columns of it in which somebody may have written.
-- Codes and numbers never hold such a word (vault_strikable()).

-- name: strike_@table  none
-- each: struck
-- Strikes a word out of @table.
-- in: case_id id:case, word text, instead text
-- unscoped: by the act that protects whereabouts, which has decided on the case
UPDATE @table
   SET @set
 WHERE @where
   AND (@differs);

-- name: strike_words  none
-- Strikes the key of a word out of what search keeps of the records of a case.
-- in: case_id id:case, word text, instead text
-- unscoped: by the act that protects whereabouts, which has decided on the case
UPDATE record_text SET search_text = REPLACE(search_text, :word, :instead)
 WHERE case_id = :case_id AND search_text <> REPLACE(search_text, :word, :instead);

-- name: strike_drafts  none
-- Strikes a word, as drafts hold it, out of everybody's drafts.
-- in: word text, instead text
-- unscoped: by the act that protects the whereabouts; nothing is read
UPDATE draft SET body = REPLACE(body, :word, :instead)
 WHERE body <> REPLACE(body, :word, :instead);
