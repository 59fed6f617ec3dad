-- Ends a closure that lasts longer; one that has not begun by then goes.
-- Parameters: $1 code, $2 the instant. Index: pk_closure. Row: how many closures were ended, 0 or 1.
with gone as (
  delete from closure where code = $1 and starts_at >= $2 returning code),
ended as (
  update closure set ends_at = $2
  where code = $1 and starts_at < $2 and (ends_at is null or ends_at > $2) returning code)
select (select count(*) from gone) + (select count(*) from ended)
