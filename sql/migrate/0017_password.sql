-- A password that somebody else gave has to be changed before anything is opened with it.
ALTER TABLE account ADD COLUMN password_given @bool NOT NULL DEFAULT FALSE;
