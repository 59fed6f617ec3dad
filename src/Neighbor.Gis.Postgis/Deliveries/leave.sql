-- Ends the storing of a delivery: writes the import run.
-- Parameters: $1 source, $2 actor, $3 reason (text), $4 took_ms (int), $5 counts (jsonb).
-- Rows: one, with the last seq of the change log that this transaction wrote (bigint), or null.
insert into import_run (source, actor, reason, took_ms, counts, last_seq)
values ($1, $2, $3, $4, $5, nullif(current_setting('neighbor.last_seq', true), '')::bigint)
returning last_seq
