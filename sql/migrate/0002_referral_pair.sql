-- What stands between one case and one desk is asked on every page and by every act; without
-- statistics the engine would rather read all that a desk ever received.
CREATE INDEX referral_by_pair ON referral (case_id, to_desk, state, sent_at);
