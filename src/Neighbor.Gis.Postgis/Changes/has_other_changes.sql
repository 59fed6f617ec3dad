-- Whether anything but closures, and who passes a gate when, has changed after a place in the change log.
-- A gate's flow is not among it: which ways a gate is passed is built into the network.
--
-- Parameters: $1 the last seq that is known. Index: pk_change_log. Row: one boolean.
select exists (
  select from change_log
  where seq > $1
    and table_name <> 'closure'
    and not (
      table_name = 'gate'
      and action = 'update'
      and before - array['access', 'hours', 'checked_on', 'name'] = after - array['access', 'hours', 'checked_on', 'name'])
)
