-- Steps of a plan's life in their order, with the item of a sitting that decided them; local
-- issues that come up at meetings and what is made of them.
-- Source: requirements R-172, R-178, R-187.

ALTER TABLE support_step ADD COLUMN place @int NOT NULL DEFAULT 0;
ALTER TABLE support_step ADD COLUMN item_id @id REFERENCES agenda_item;

-- What is lacking in the community; no person is named. sitting_id: where it came up.
CREATE TABLE local_issue (
  local_issue_id @id NOT NULL PRIMARY KEY,
  kind @text NOT NULL,
  need @text NOT NULL,
  area @text NOT NULL,
  sitting_id @id REFERENCES sitting,
  body @text NOT NULL,
  held_on @day NOT NULL,
  state @text NOT NULL,
  resource @text NOT NULL,
  desk_id @id NOT NULL REFERENCES desk,
  post_id @id NOT NULL REFERENCES post,
  raised_at @instant NOT NULL,
  version @int NOT NULL
)@strict;
CREATE INDEX local_issue_by_state ON local_issue (state, raised_at);
CREATE INDEX local_issue_by_day ON local_issue (held_on);

-- What was done about it, step by step.
CREATE TABLE local_issue_step (
  step_id @id NOT NULL PRIMARY KEY,
  local_issue_id @id NOT NULL REFERENCES local_issue,
  place @int NOT NULL,
  state @text NOT NULL,
  words @text NOT NULL,
  resource @text NOT NULL,
  desk_id @id NOT NULL REFERENCES desk,
  post_id @id NOT NULL REFERENCES post,
  at @instant NOT NULL
)@strict;
CREATE INDEX local_issue_step_by_issue ON local_issue_step (local_issue_id, place);
