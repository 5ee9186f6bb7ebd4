-- What the chair of a sitting is told: that something was to be laid before an item and a rule
-- refused it. By whom and when; nothing of what it was.

-- personal
CREATE TABLE refused_fact (
  refused_id @id NOT NULL PRIMARY KEY,
  item_id @id NOT NULL REFERENCES agenda_item,
  kind @text NOT NULL,
  post_id @id NOT NULL REFERENCES post,
  at @instant NOT NULL
)@strict;
CREATE INDEX refused_fact_by_item ON refused_fact (item_id, at);
