-- What is open of a desk's hand-overs is found by its date (referral_open_by_…), what is over
-- by the instant when it ended, what waits to be received by itself. Indexes by state stood in
-- the way: the first hundred by date were chosen among all that are open.
DROP INDEX referral_by_receiver;
DROP INDEX referral_by_sender;
CREATE INDEX referral_waiting ON referral (to_desk, due_on) WHERE state = 'requested';
CREATE INDEX referral_over_by_receiver ON referral (to_desk, ended_at DESC)
 WHERE state IN ('rejected', 'completed', 'cancelled', 'failed');
CREATE INDEX referral_over_by_sender ON referral (from_desk, ended_at DESC)
 WHERE state IN ('rejected', 'completed', 'cancelled', 'failed');
