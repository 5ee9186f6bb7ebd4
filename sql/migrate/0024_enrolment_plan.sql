-- The support plan under which a service is used; NULL for none. Source: R-227.
ALTER TABLE enrolment ADD COLUMN plan_id @id REFERENCES support_plan;
