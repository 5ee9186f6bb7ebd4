-- What of a desk's hand-overs is not ended, by its date: a list shows the first of them, and
-- what is ended grows for ever.
CREATE INDEX referral_open_by_receiver ON referral (to_desk, due_on, sent_at)
 WHERE state IN ('requested', 'accepted', 'in_progress', 'on_hold');
CREATE INDEX referral_open_by_sender ON referral (from_desk, due_on, sent_at)
 WHERE state IN ('requested', 'accepted', 'in_progress', 'on_hold');
