-- Begins the storing of a delivery: names the actor and the reason for the change log, and waits for its turn.
-- Parameters: $1 actor (text), $2 reason (text).
-- Rows: one, of no interest. The lock is the one that every change of a ledger takes (Migrations/ChangeLog.sql).
select set_config('neighbor.actor', $1, true),
       set_config('neighbor.reason', $2, true),
       pg_advisory_xact_lock(7310868735485896562)
