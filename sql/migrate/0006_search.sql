-- Who is meant by a name, a reading or an address, among all that a municipality ever met.
@search_index(person, person_id, search_text);
