-- The index of pairs made anew without a copy of the text; stores of before had one.
@search_index(person, person_id, search_text);
@search_index(record_text, record_id, search_text);
