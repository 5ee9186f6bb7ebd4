-- Whom a name finds is known with the case, so that only people of cases that the viewer reaches
-- are looked up.
@search_index_by_case(person, person_id, search_text);
-- What was touched last, open or closed: a name is sought from there.
CREATE INDEX recent_by_touch ON recent (subject, ago, case_id);
