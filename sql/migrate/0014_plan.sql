-- The life of a support plan: each version is kept whole with goals and items of its own;
-- what happened to it, who agreed, who approved, how it was looked at again and ended.
-- Source: requirements R-074, R-075, R-083 – R-087, R-171 – R-190.

-- personal
CREATE TABLE support_plan (
  plan_id @id NOT NULL PRIMARY KEY,
  case_id @id NOT NULL REFERENCES support_case,
  kind @text NOT NULL,
  round @int NOT NULL,
  edition @int NOT NULL,
  previous_id @id REFERENCES support_plan,
  state @text NOT NULL,
  from_on @day,
  until_on @day,
  lead_desk @id REFERENCES desk,
  problem @text NOT NULL,
  own_goal @text NOT NULL,
  unheard @text NOT NULL,
  household_goal @text NOT NULL,
  interim_goal @text NOT NULL,
  policy @text NOT NULL,
  own_part @text NOT NULL,
  monitor_on @day,
  monitor_how @text NOT NULL,
  urgent_how @text NOT NULL,
  outreach_use @text NOT NULL,
  outreach_why @text NOT NULL,
  participation_use @text NOT NULL,
  participation_why @text NOT NULL,
  desk_id @id NOT NULL REFERENCES desk,
  post_id @id NOT NULL REFERENCES post,
  made_at @instant NOT NULL,
  decided_on @day,
  started_on @day,
  ended_on @day,
  days_suspended @int NOT NULL,
  suspended_on @day,
  closing_reason @text NOT NULL DEFAULT '',
  lead_after @id REFERENCES desk,
  follow_use @text NOT NULL DEFAULT '',
  follow_on @day,
  follow_how @text NOT NULL DEFAULT '',
  follow_why @text NOT NULL DEFAULT '',
  version @int NOT NULL
)@strict;
CREATE INDEX support_plan_by_case ON support_plan (case_id, kind, round, edition);

-- same_as: the goal of the version before from which it was copied.
-- personal
CREATE TABLE support_goal (
  goal_id @id NOT NULL PRIMARY KEY,
  plan_id @id NOT NULL REFERENCES support_plan,
  case_id @id NOT NULL REFERENCES support_case,
  place @int NOT NULL,
  whose @text NOT NULL,
  words @text NOT NULL,
  measure @text NOT NULL,
  same_as @id,
  dropped @bool NOT NULL,
  version @int NOT NULL
)@strict;
CREATE INDEX support_goal_by_plan ON support_goal (plan_id, place);
CREATE INDEX support_goal_by_case ON support_goal (case_id);

-- A line of the plan: who does what about which issue, from when until when. party: an agency
-- without a desk here. main: the lead for the issue, else one that helps.
-- personal
CREATE TABLE support_item (
  item_id @id NOT NULL PRIMARY KEY,
  plan_id @id NOT NULL REFERENCES support_plan,
  case_id @id NOT NULL REFERENCES support_case,
  place @int NOT NULL,
  goal_id @id REFERENCES support_goal,
  issue_id @id,
  issue_words @text NOT NULL,
  what @text NOT NULL,
  desk_id @id REFERENCES desk,
  party @text NOT NULL,
  worker @text NOT NULL,
  part @text NOT NULL,
  frequency @text NOT NULL,
  from_on @day,
  until_on @day,
  review_on @day,
  program @text NOT NULL,
  state @text NOT NULL,
  state_words @text NOT NULL,
  same_as @id,
  dropped @bool NOT NULL,
  version @int NOT NULL
)@strict;
CREATE INDEX support_item_by_plan ON support_item (plan_id, place);
CREATE INDEX support_item_by_case ON support_item (case_id);
CREATE INDEX support_item_by_desk ON support_item (desk_id, state);

-- Why an issue has no line in the plan.
-- personal
CREATE TABLE support_uncovered (
  plan_id @id NOT NULL REFERENCES support_plan,
  case_id @id NOT NULL REFERENCES support_case,
  issue_id @id NOT NULL,
  reason @text NOT NULL,
  PRIMARY KEY (plan_id, issue_id)
)@strict;
CREATE INDEX support_uncovered_by_case ON support_uncovered (case_id);

-- 相談受付 of one kind of support, or 利用申込.
-- personal
CREATE TABLE support_request (
  request_id @id NOT NULL PRIMARY KEY,
  case_id @id NOT NULL REFERENCES support_case,
  kind @text NOT NULL,
  on_day @day NOT NULL,
  requester @text NOT NULL,
  words @text NOT NULL,
  way @text NOT NULL,
  desk_id @id NOT NULL REFERENCES desk,
  post_id @id NOT NULL REFERENCES post,
  recorded_at @instant NOT NULL,
  dropped @bool NOT NULL
)@strict;
CREATE INDEX support_request_by_case ON support_request (case_id, kind);

-- Each step of a plan's life: when, by whom, where it was decided, why.
-- personal
CREATE TABLE support_step (
  step_id @id NOT NULL PRIMARY KEY,
  plan_id @id NOT NULL REFERENCES support_plan,
  case_id @id NOT NULL REFERENCES support_case,
  move @text NOT NULL,
  before @text NOT NULL,
  after @text NOT NULL,
  way @text NOT NULL,
  held_on @day,
  body @text NOT NULL,
  reason @text NOT NULL,
  words @text NOT NULL,
  desk_id @id NOT NULL REFERENCES desk,
  post_id @id NOT NULL REFERENCES post,
  at @instant NOT NULL
)@strict;
CREATE INDEX support_step_by_plan ON support_step (plan_id, at);
CREATE INDEX support_step_by_case ON support_step (case_id);

-- What each agency that the plan names says to it.
-- personal
CREATE TABLE support_agreement (
  agreement_id @id NOT NULL PRIMARY KEY,
  plan_id @id NOT NULL REFERENCES support_plan,
  case_id @id NOT NULL REFERENCES support_case,
  party @text NOT NULL,
  stand @text NOT NULL,
  words @text NOT NULL,
  held_on @day NOT NULL,
  post_id @id NOT NULL REFERENCES post,
  at @instant NOT NULL,
  UNIQUE (plan_id, party)
)@strict;
CREATE INDEX support_agreement_by_case ON support_agreement (case_id);

-- The boxes of approval; those of an earlier draft are void.
-- personal
CREATE TABLE support_approval (
  approval_id @id NOT NULL PRIMARY KEY,
  plan_id @id NOT NULL REFERENCES support_plan,
  case_id @id NOT NULL REFERENCES support_case,
  place @int NOT NULL,
  label @text NOT NULL,
  state @text NOT NULL,
  way @text NOT NULL,
  approver @text NOT NULL,
  post_id @id REFERENCES post,
  at @instant,
  paper_number @text NOT NULL,
  paper_on @day,
  words @text NOT NULL,
  void @bool NOT NULL
)@strict;
CREATE INDEX support_approval_by_plan ON support_approval (plan_id, place);
CREATE INDEX support_approval_by_case ON support_approval (case_id);

-- Looking at a plan again: monitoring, or the evaluation sheet (F5).
-- personal
CREATE TABLE support_review (
  review_id @id NOT NULL PRIMARY KEY,
  plan_id @id NOT NULL REFERENCES support_plan,
  case_id @id NOT NULL REFERENCES support_case,
  kind @text NOT NULL,
  held_on @day NOT NULL,
  outcome @text NOT NULL,
  changes @text NOT NULL,
  cooperation @text NOT NULL,
  household @text NOT NULL,
  situation @text NOT NULL,
  own_view @text NOT NULL,
  own_wish @text NOT NULL,
  staff_view @text NOT NULL,
  supporters @text NOT NULL,
  gap @text NOT NULL,
  next_on @day,
  desk_id @id NOT NULL REFERENCES desk,
  post_id @id NOT NULL REFERENCES post,
  recorded_at @instant NOT NULL
)@strict;
CREATE INDEX support_review_by_plan ON support_review (plan_id, recorded_at);
CREATE INDEX support_review_by_case ON support_review (case_id);

-- How far one goal was reached.
-- personal
CREATE TABLE support_rating (
  rating_id @id NOT NULL PRIMARY KEY,
  goal_id @id NOT NULL REFERENCES support_goal,
  plan_id @id NOT NULL REFERENCES support_plan,
  case_id @id NOT NULL REFERENCES support_case,
  rating @text NOT NULL,
  words @text NOT NULL,
  post_id @id NOT NULL REFERENCES post,
  at @instant NOT NULL
)@strict;
CREATE INDEX support_rating_by_plan ON support_rating (plan_id, goal_id, at);
CREATE INDEX support_rating_by_case ON support_rating (case_id);

-- Who keeps an eye on the household when the plan has ended.
-- personal
CREATE TABLE support_watch (
  watch_id @id NOT NULL PRIMARY KEY,
  plan_id @id NOT NULL REFERENCES support_plan,
  case_id @id NOT NULL REFERENCES support_case,
  desk_id @id REFERENCES desk,
  party @text NOT NULL,
  every_days @int NOT NULL,
  how @text NOT NULL,
  from_on @day NOT NULL,
  next_on @day NOT NULL,
  ended_on @day,
  post_id @id NOT NULL REFERENCES post,
  at @instant NOT NULL
)@strict;
CREATE INDEX support_watch_by_case ON support_watch (case_id);

-- Plans that other schemes keep of the same household; each is its desk's own.
-- personal
CREATE TABLE scheme_plan (
  scheme_plan_id @id NOT NULL PRIMARY KEY,
  case_id @id NOT NULL REFERENCES support_case,
  scheme @text NOT NULL,
  whose @text NOT NULL,
  goal @text NOT NULL,
  from_on @day NOT NULL,
  until_on @day,
  desk_id @id NOT NULL REFERENCES desk,
  post_id @id NOT NULL REFERENCES post,
  recorded_at @instant NOT NULL,
  version @int NOT NULL
)@strict;
CREATE INDEX scheme_plan_by_case ON scheme_plan (case_id);

-- Cases that the agencies settled among themselves, without a plan.
-- personal
CREATE TABLE direct_settlement (
  settlement_id @id NOT NULL PRIMARY KEY,
  case_id @id NOT NULL REFERENCES support_case,
  settled_on @day NOT NULL,
  parties @text NOT NULL,
  words @text NOT NULL,
  desk_id @id NOT NULL REFERENCES desk,
  post_id @id NOT NULL REFERENCES post,
  recorded_at @instant NOT NULL
)@strict;
CREATE INDEX direct_settlement_by_case ON direct_settlement (case_id);
