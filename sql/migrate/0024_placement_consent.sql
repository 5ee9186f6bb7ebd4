-- By which consent of the person the place may be told; NULL where nothing is told.
ALTER TABLE placement ADD COLUMN consent_id @id REFERENCES consent;
