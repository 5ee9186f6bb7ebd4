-- What waits for a conference is found by the desk that laid it before one.
CREATE INDEX support_plan_by_desk ON support_plan (desk_id, state);
