-- Whom an item that rests on consent is about: nobody else of the case is spoken of there.
-- personal
CREATE TABLE item_person (
  item_id @id NOT NULL REFERENCES agenda_item,
  person_id @id NOT NULL REFERENCES person,
  PRIMARY KEY (item_id, person_id)
)@strict;
CREATE INDEX item_person_by_person ON item_person (person_id);
