-- Accounts, posts and sessions.

-- name: account_add  none
-- A new account.
-- in: account_id id:account, login text, name text, password text, totp_seed blob, now instant
INSERT INTO account (account_id, login, name, password, totp_seed, totp_step, created_at)
VALUES (:account_id, :login, :name, :password, :totp_seed, 0, :now);

-- name: account_by_login  opt
-- The account of a log-in name.
-- in: login text
-- out: account_id id:account, name text, password text, totp_seed blob, totp_step int
SELECT account_id, name, password, totp_seed, totp_step FROM account
 WHERE login = :login AND ended_at IS NULL;

-- name: account_by_id  opt
-- The account of a session.
-- in: account_id id:account
-- out: login text, name text, password text, totp_seed blob, totp_step int, password_given bool
SELECT login, name, password, totp_seed, totp_step, password_given FROM account
 WHERE account_id = :account_id AND ended_at IS NULL;

-- name: account_totp  none
-- Uses up a step of the one-time code; changes nothing when it was used.
-- in: account_id id:account, step int
UPDATE account SET totp_step = :step
 WHERE account_id = :account_id AND totp_step < :step;

-- name: account_password  none
-- Sets a new password.
-- in: account_id id:account, password text
UPDATE account SET password = :password WHERE account_id = :account_id;

-- name: account_given  none
-- Whether the password was given by somebody else and has to be changed.
-- in: account_id id:account, given bool
UPDATE account SET password_given = :given WHERE account_id = :account_id;

-- name: account_end  none
-- Ends an account; its posts end with it.
-- in: account_id id:account, now instant
UPDATE account SET ended_at = :now WHERE account_id = :account_id AND ended_at IS NULL;

-- name: account_list  many
-- All accounts with their posts, for the administrator.
-- out: account_id id:account, login text, name text, ended_at instant?, post_id id:post, desk text, role enum:post_role, kind enum:post_kind, title text, from_at instant, until_at instant, suspended bool
SELECT a.account_id, a.login, a.name, a.ended_at, p.post_id, d.name, p.role, p.kind,
       p.title, p.from_at, p.until_at, p.suspended
  FROM account AS a JOIN post AS p ON p.account_id = a.account_id
  JOIN desk AS d ON d.desk_id = p.desk_id
 ORDER BY a.login NULLS LAST, p.from_at NULLS LAST, p.post_id NULLS LAST;

-- name: post_add  none
-- A new post.
-- in: post_id id:post, account_id id:account, desk_id id:desk, role enum:post_role, kind enum:post_kind, title text, from_at instant, until_at instant
INSERT INTO post (post_id, account_id, desk_id, role, kind, title, from_at, until_at,
                  suspended)
VALUES (:post_id, :account_id, :desk_id, :role, :kind, :title, :from_at, :until_at, FALSE);

-- name: post_end  none
-- Ends a post.
-- in: post_id id:post, now instant
UPDATE post SET until_at = :now WHERE post_id = :post_id AND until_at > :now;

-- name: post_list  many
-- The posts an account holds now.
-- in: account_id id:account, now instant
-- out: post_id id:post, desk_id id:desk, desk text, role enum:post_role, kind enum:post_kind, title text, until_at instant
SELECT p.post_id, p.desk_id, d.name, p.role, p.kind, p.title, p.until_at
  FROM post AS p JOIN desk AS d ON d.desk_id = p.desk_id
 WHERE p.account_id = :account_id AND p.from_at <= :now AND p.until_at > :now
   AND NOT p.suspended
 ORDER BY p.from_at NULLS LAST, p.post_id NULLS LAST;

-- name: post_one  opt
-- A post with all that makes a viewer of it; not whether it is in force.
-- in: post_id id:post
-- out: account_id id:account, name text, desk_id id:desk, desk text, desk_code text, agency_id id:agency, agency text, role enum:post_role, kind enum:post_kind, title text, from_at instant, until_at instant, suspended bool, account_ended instant?
SELECT p.account_id, a.name, p.desk_id, d.name, d.code, d.agency_id, g.name, p.role, p.kind,
       p.title, p.from_at, p.until_at, p.suspended, a.ended_at
  FROM post AS p
  JOIN account AS a ON a.account_id = p.account_id
  JOIN desk AS d ON d.desk_id = p.desk_id
  JOIN agency AS g ON g.agency_id = d.agency_id
 WHERE p.post_id = :post_id;

-- name: post_of_desk  opt
-- Whether the post belongs to the desk now.
-- in: post_id id:post, desk_id id:desk, now instant
-- out: title text
SELECT title FROM post
 WHERE post_id = :post_id AND desk_id = :desk_id AND from_at <= :now
   AND until_at > :now AND NOT suspended;

-- name: desk_posts  many
-- Who holds a post at a desk now.
-- in: desk_id id:desk, now instant
-- out: post_id id:post, name text, title text
SELECT p.post_id, a.name, p.title
  FROM post AS p JOIN account AS a ON a.account_id = p.account_id
 WHERE p.desk_id = :desk_id AND p.from_at <= :now AND p.until_at > :now
   AND NOT p.suspended
 ORDER BY a.name NULLS LAST, p.post_id NULLS LAST;

-- name: session_add  none
-- Opens a session. stage: totp, post, open.
-- in: token_hash text, session_id id:session, account_id id:account, post_id id:post?, stage text, now instant, ends_at instant
INSERT INTO session (token_hash, session_id, account_id, post_id, stage, size, created_at,
                     seen_at, ends_at)
VALUES (:token_hash, :session_id, :account_id, :post_id, :stage, 100, :now, :now,
        :ends_at);

-- name: session_find  opt
-- The session of a token, with its post if it has one.
-- in: token_hash text
-- out: session_id id:session, account_id id:account, post_id id:post, stage text, size int, created_at instant, seen_at instant, ends_at instant
SELECT session_id, account_id, post_id, stage, size, created_at, seen_at, ends_at
  FROM session WHERE token_hash = :token_hash;

-- name: session_touch  none
-- Notes that the session was used.
-- in: session_id id:session, now instant
UPDATE session SET seen_at = :now WHERE session_id = :session_id AND seen_at < :now;

-- name: session_size  none
-- Sets the size of letters for the session.
-- in: session_id id:session, size int
UPDATE session SET size = :size WHERE session_id = :session_id;

-- name: session_end  none
-- Closes one session.
-- in: session_id id:session
DELETE FROM session WHERE session_id = :session_id;

-- name: session_end_all  none
-- Closes all sessions of an account.
-- in: account_id id:account
DELETE FROM session WHERE account_id = :account_id;

-- name: session_end_oldest  none
-- Keeps the two newest sessions of an account.
-- in: account_id id:account
DELETE FROM session
 WHERE account_id = :account_id
   AND session_id NOT IN (SELECT session_id FROM session WHERE account_id = :account_id
                           ORDER BY created_at DESC NULLS LAST, session_id NULLS LAST
                           LIMIT 2);

-- name: token_add  none
-- A key for a machine or the command line.
-- in: token_hash text, session_id id:session, post_id id:post, name text, now instant, until_at instant
INSERT INTO api_token (token_hash, session_id, post_id, name, created_at, until_at)
VALUES (:token_hash, :session_id, :post_id, :name, :now, :until_at);

-- name: token_find  opt
-- The post of a key.
-- in: token_hash text
-- out: session_id id:session, post_id id:post, until_at instant
SELECT session_id, post_id, until_at FROM api_token WHERE token_hash = :token_hash;

-- name: session_post  opt
-- The post that a session acts in.
-- in: session_id id:session
-- out: post_id id:post
SELECT post_id FROM session WHERE session_id = :session_id;

-- name: terminal_seen  none
-- Notes that an account has logged in at a terminal.
-- in: token_hash text, account_id id:account, now instant
INSERT INTO terminal (token_hash, account_id, seen_at)
VALUES (:token_hash, :account_id, :now)
ON CONFLICT (token_hash, account_id) DO UPDATE SET seen_at = excluded.seen_at;

-- name: terminal_known  opt
-- Whether the account of a log-in name has logged in at the terminal before.
-- in: token_hash text, login text
-- out: seen_at instant
SELECT t.seen_at FROM terminal AS t JOIN account AS a ON a.account_id = t.account_id
 WHERE t.token_hash = :token_hash AND a.login = :login;

-- name: user_posts  many
-- All posts with the accounts that hold them and for how many open cases they answer, for the
-- administrator; one account or, with an empty id, all.
-- in: account_id id:account?
-- out: account_id id:account, login text, name text, account_ended instant?, post_id id:post, desk text, role enum:post_role, kind enum:post_kind, from_at instant, until_at instant, suspended bool, cases int
-- unscoped: how many cases a post answers for, and nothing about them
SELECT a.account_id, a.login, a.name, a.ended_at, p.post_id, d.name, p.role, p.kind,
       p.from_at, p.until_at, p.suspended,
       (SELECT COUNT(*) FROM support_case AS s
         WHERE s.owner_post = p.post_id AND s.state <> 'closed')
  FROM account AS a
  JOIN post AS p ON p.account_id = a.account_id
  JOIN desk AS d ON d.desk_id = p.desk_id
 WHERE a.account_id = :account_id OR :account_id IS NULL
 ORDER BY a.login NULLS LAST, p.from_at NULLS LAST, p.post_id NULLS LAST
 LIMIT 5000;
