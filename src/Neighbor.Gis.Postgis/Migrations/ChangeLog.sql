-- Lets the database itself write the change log, whoever changes a ledger and with whatever program.
--
-- Who and why: the settings neighbor.actor and neighbor.reason of the transaction (set_config(..., true)).
-- Order: one transaction at a time changes ledgers, so that a later commit never has an earlier seq and a reader that has seen
-- seq n has seen everything up to n. The lock is taken before the first row is, so that two writers cannot wait for each other.
-- Notice: one message on the channel neighbor_changed per transaction, when it commits, with the last seq it wrote.

create unlogged table change_notice (id bigint generated always as identity primary key);

create function neighbor_enter_change() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(7310868735485896562);
  return null;
end $$;

create function neighbor_note_change(last_seq bigint) returns void language plpgsql as $$
begin
  if last_seq is null then
    return;
  end if;
  if coalesce(current_setting('neighbor.last_seq', true), '') = '' then
    insert into change_notice default values;
  end if;
  perform set_config('neighbor.last_seq', last_seq::text, true);
end $$;

create function neighbor_announce_change() returns trigger language plpgsql as $$
begin
  perform pg_notify('neighbor_changed', current_setting('neighbor.last_seq'));
  delete from change_notice where id = new.id;
  return null;
end $$;

create constraint trigger change_notice_announce
  after insert on change_notice deferrable initially deferred
  for each row execute function neighbor_announce_change();

create function neighbor_actor() returns text language sql stable as $$
  select coalesce(nullif(current_setting('neighbor.actor', true), ''), session_user::text)
$$;

create function neighbor_reason() returns text language sql stable as $$
  select coalesce(current_setting('neighbor.reason', true), '')
$$;

-- One row of the log per changed row, written set by set.
create function neighbor_log_rows() returns trigger language plpgsql as $$
declare
  last_seq bigint;
begin
  if tg_op = 'INSERT' then
    with logged as (
      insert into change_log (actor, reason, table_name, key, action, after)
      select neighbor_actor(), neighbor_reason(), tg_table_name, n.code, 'insert', to_jsonb(n)
      from new_rows n order by n.code
      returning seq)
    select max(seq) into last_seq from logged;
  elsif tg_op = 'DELETE' then
    with logged as (
      insert into change_log (actor, reason, table_name, key, action, before)
      select neighbor_actor(), neighbor_reason(), tg_table_name, o.code, 'delete', to_jsonb(o)
      from old_rows o order by o.code
      returning seq)
    select max(seq) into last_seq from logged;
  else
    with logged as (
      insert into change_log (actor, reason, table_name, key, action, before, after)
      select neighbor_actor(), neighbor_reason(), tg_table_name, coalesce(n.code, o.code),
             case when o.code is null then 'insert' when n.code is null then 'delete' else 'update' end,
             case when o.code is not null then to_jsonb(o) end,
             case when n.code is not null then to_jsonb(n) end
      from old_rows o full join new_rows n on n.code = o.code
      where o is distinct from n
      order by coalesce(n.code, o.code)
      returning seq)
    select max(seq) into last_seq from logged;
  end if;
  perform neighbor_note_change(last_seq);
  return null;
end $$;

-- Ways come by the ten thousand and mean something only together: one row of the log per data set and statement.
create function neighbor_log_counts() returns trigger language plpgsql as $$
declare
  last_seq bigint;
begin
  if tg_op = 'INSERT' then
    with logged as (
      insert into change_log (actor, reason, table_name, key, action, after)
      select neighbor_actor(), neighbor_reason(), tg_table_name, n.source, 'insert', jsonb_build_object('rows', count(*))
      from new_rows n group by n.source order by n.source
      returning seq)
    select max(seq) into last_seq from logged;
  elsif tg_op = 'DELETE' then
    with logged as (
      insert into change_log (actor, reason, table_name, key, action, before)
      select neighbor_actor(), neighbor_reason(), tg_table_name, o.source, 'delete', jsonb_build_object('rows', count(*))
      from old_rows o group by o.source order by o.source
      returning seq)
    select max(seq) into last_seq from logged;
  else
    with logged as (
      insert into change_log (actor, reason, table_name, key, action, before, after)
      select neighbor_actor(), neighbor_reason(), tg_table_name, n.source, 'update',
             jsonb_build_object('rows', count(*)), jsonb_build_object('rows', count(*))
      from new_rows n group by n.source order by n.source
      returning seq)
    select max(seq) into last_seq from logged;
  end if;
  perform neighbor_note_change(last_seq);
  return null;
end $$;

create function neighbor_log_truncate() returns trigger language plpgsql as $$
declare
  last_seq bigint;
begin
  insert into change_log (actor, reason, table_name, key, action)
  values (neighbor_actor(), neighbor_reason(), tg_table_name, '*', 'truncate')
  returning seq into last_seq;
  perform neighbor_note_change(last_seq);
  return null;
end $$;

do $$
declare
  ledger text;
  log_function text;
begin
  foreach ledger in array array[
    'area', 'grid', 'micro_grid', 'compound', 'gate', 'building', 'entrance', 'lane', 'way', 'ground', 'service_point',
    'neighbor_center', 'responder', 'duty']
  loop
    log_function := case when ledger = 'way' then 'neighbor_log_counts' else 'neighbor_log_rows' end;
    execute format('create trigger %1$s_enter_change before insert or update or delete or truncate on %1$I
                    for each statement execute function neighbor_enter_change()', ledger);
    execute format('create trigger %1$s_log_insert after insert on %1$I referencing new table as new_rows
                    for each statement execute function %2$I()', ledger, log_function);
    execute format('create trigger %1$s_log_update after update on %1$I referencing old table as old_rows new table as new_rows
                    for each statement execute function %2$I()', ledger, log_function);
    execute format('create trigger %1$s_log_delete after delete on %1$I referencing old table as old_rows
                    for each statement execute function %2$I()', ledger, log_function);
    execute format('create trigger %1$s_log_truncate after truncate on %1$I
                    for each statement execute function neighbor_log_truncate()', ledger);
  end loop;
end $$;

-- Distances in true metres are asked of these; the index on geom answers in degrees.
create index ix_building_geog on building using gist ((geom::geography));
create index ix_service_point_geog on service_point using gist ((geom::geography));
create index ix_responder_geog on responder using gist ((geom::geography));
