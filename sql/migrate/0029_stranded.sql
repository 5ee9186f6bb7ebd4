-- To find the lines of a post that is over.
CREATE INDEX duty_by_post ON duty (post_id);
