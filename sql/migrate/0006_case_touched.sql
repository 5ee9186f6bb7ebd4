-- Lists begin with the case touched last; whoever reaches much must not sort all of it.
CREATE INDEX support_case_by_touch ON support_case (touched_at);
