-- Something held at a place: a session of a program, an event for exchange. came: how many came
-- in all, as whoever held it counted; names are kept apart from it. withdrawn: why it no longer
-- counts, '' while it does. Source: R-215, R-222.
CREATE TABLE place_session (
  place_session_id @id NOT NULL PRIMARY KEY,
  place_id @id NOT NULL REFERENCES place,
  kind @text NOT NULL,
  title @text NOT NULL,
  held_on @day NOT NULL,
  came @int NOT NULL,
  withdrawn @text NOT NULL,
  desk_id @id NOT NULL REFERENCES desk,
  post_id @id NOT NULL REFERENCES post,
  recorded_at @instant NOT NULL
)@strict;
CREATE INDEX place_session_by_place ON place_session (place_id, held_on);
CREATE INDEX place_session_by_day ON place_session (held_on);

-- Who of a case came, and how often where a session is more than one day; 0: it was a mistake.
-- Each desk writes its own.
-- personal
CREATE TABLE attendance (
  attendance_id @id NOT NULL PRIMARY KEY,
  place_session_id @id NOT NULL REFERENCES place_session,
  case_id @id NOT NULL REFERENCES support_case,
  person_id @id NOT NULL REFERENCES person,
  times @int NOT NULL,
  desk_id @id NOT NULL REFERENCES desk,
  post_id @id NOT NULL REFERENCES post,
  recorded_at @instant NOT NULL,
  version @int NOT NULL,
  UNIQUE (place_session_id, person_id, desk_id)
)@strict;
CREATE INDEX attendance_by_case ON attendance (case_id);
