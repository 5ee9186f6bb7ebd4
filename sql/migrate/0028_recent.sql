-- The cases of each subject of reach by when they were touched last, so that a list begins at
-- its end and reads no further than the page it shows. Kept by triggers: a row for each case
-- that a subject reaches or reached; whether it reaches it now is asked of reach, always.
-- ago: the instant of the last touch, below 0, so that the latest come first on both engines.
CREATE TABLE recent (
  subject @id NOT NULL,
  open @int NOT NULL,
  ago @instant NOT NULL,
  case_id @id NOT NULL,
  PRIMARY KEY (subject, open, ago, case_id)
)@strict_by_key;
INSERT INTO recent (subject, open, ago, case_id)
SELECT DISTINCT r.subject, CASE WHEN s.state = 'closed' THEN 0 ELSE 1 END, -s.touched_at,
       s.case_id
  FROM reach AS r JOIN support_case AS s ON s.case_id = r.case_id;
@recent_kept();
-- With the subject behind the case this index was taken where a viewer is asked for, instead
-- of the key, whose rows of one viewer lie together.
DROP INDEX reach_by_case;
CREATE INDEX reach_by_case ON reach (case_id, ground);
