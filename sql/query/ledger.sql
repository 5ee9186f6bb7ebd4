-- The ledger.

-- name: leaf_add  none
-- Appends a leaf.
-- in: seq int, at instant, post_id id:post?, body blob, hash blob
INSERT INTO ledger_leaf (seq, at, post_id, body, hash)
VALUES (:seq, :at, :post_id, :body, :hash);

-- name: leaf_about  none
-- Says whom a leaf is about.
-- in: subject id, seq int
INSERT INTO ledger_about (subject, seq) VALUES (:subject, :seq)
ON CONFLICT (subject, seq) DO NOTHING;

-- name: leaf_last  one
-- How many leaves there are.
-- out: n int
SELECT COALESCE(MAX(seq), 0) FROM ledger_leaf;

-- name: leaf_range  many
-- Leaves in order, for verification.
-- in: after int, n int
-- out: seq int, at instant, post_id id:post, body blob, hash blob
SELECT seq, at, post_id, body, hash FROM ledger_leaf WHERE seq > :after
 ORDER BY seq NULLS LAST LIMIT :n;

-- name: leaf_of_subject  many
-- Leaves about a case or person, newest first.
-- in: subject id, n int
-- out: seq int, at instant, body blob
SELECT l.seq, l.at, l.body FROM ledger_about AS b JOIN ledger_leaf AS l ON l.seq = b.seq
 WHERE b.subject = :subject ORDER BY l.seq DESC NULLS LAST LIMIT :n;

-- name: leaf_search  many
-- Leaves before a place in the ledger, newest first: of a time, by a log-in name ('' for
-- all), about a case ('' for all).
-- in: before int, from_at instant, until_at instant, login text, whom text, n int
-- out: seq int, at instant, body blob
SELECT l.seq, l.at, l.body FROM ledger_leaf AS l
 WHERE l.seq < :before AND l.at >= :from_at AND l.at < :until_at
   AND (:login = '' OR l.post_id IN (
        SELECT p.post_id FROM post AS p JOIN account AS a ON a.account_id = p.account_id
         WHERE a.login = :login))
   AND (:whom = '' OR l.seq IN (
        SELECT b.seq FROM ledger_about AS b WHERE b.subject = :whom))
 ORDER BY l.seq DESC NULLS LAST LIMIT :n;

-- name: leaf_of_post  many
-- The newest leaves of one post.
-- in: post_id id:post, n int
-- out: seq int, at instant, body blob
SELECT seq, at, body FROM ledger_leaf WHERE post_id = :post_id
 ORDER BY seq DESC NULLS LAST LIMIT :n;

-- name: checkpoint_add  none
-- Keeps a signed checkpoint.
-- in: size int, at instant, note_text text
INSERT INTO ledger_checkpoint (size, at, note_text) VALUES (:size, :at, :note_text)
ON CONFLICT (size) DO NOTHING;

-- name: checkpoint_list  many
-- All checkpoints in order.
-- out: size int, note_text text
SELECT size, note_text FROM ledger_checkpoint ORDER BY size NULLS LAST;

-- name: checkpoint_last  opt
-- The newest checkpoint.
-- out: size int, note_text text
SELECT size, note_text FROM ledger_checkpoint
 WHERE size = (SELECT MAX(size) FROM ledger_checkpoint);

-- name: leaf_names  opt
-- Who held the post that a leaf names.
-- in: post_id id:post
-- out: name text, desk text
SELECT a.name, d.name FROM post AS p
  JOIN account AS a ON a.account_id = p.account_id
  JOIN desk AS d ON d.desk_id = p.desk_id
 WHERE p.post_id = :post_id;

-- name: leaf_case_number  opt
-- The number of a case that a leaf names, for those who oversee the ledger.
-- in: case_id id:case
-- out: number text
-- unscoped: the ledger is read by number alone; nothing else of the case is shown
SELECT number FROM support_case WHERE case_id = :case_id;

-- name: case_by_number  opt
-- The case of a number, to look it up in the ledger.
-- in: number text
-- out: case_id id:case
-- unscoped: the ledger is searched by number alone; nothing else of the case is shown
SELECT case_id FROM support_case WHERE number = :number;
