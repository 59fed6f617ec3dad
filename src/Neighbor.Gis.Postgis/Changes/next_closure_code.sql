-- The next free code of a closure: X and six digits. The caller holds the lock of the writers, so nobody else takes it.
-- Index: pk_closure. Row: one code.
select 'X' || lpad((coalesce(max(substr(code, 2)::int), 0) + 1)::text, 6, '0') from closure where code ~ '^X[0-9]{6}$'
