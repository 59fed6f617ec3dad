-- Takes back what ChangeLog.sql made. The rows of the log stay; their table is not this migration's.
drop index ix_responder_geog;
drop index ix_service_point_geog;
drop index ix_building_geog;

do $$
declare
  ledger text;
  suffix text;
begin
  foreach ledger in array array[
    'area', 'grid', 'micro_grid', 'compound', 'gate', 'building', 'entrance', 'lane', 'way', 'ground', 'service_point',
    'neighbor_center', 'responder', 'duty']
  loop
    foreach suffix in array array['enter_change', 'log_insert', 'log_update', 'log_delete', 'log_truncate']
    loop
      execute format('drop trigger %1$s_%2$s on %1$I', ledger, suffix);
    end loop;
  end loop;
end $$;

drop function neighbor_log_truncate();
drop function neighbor_log_counts();
drop function neighbor_log_rows();
drop function neighbor_reason();
drop function neighbor_actor();
drop table change_notice;
drop function neighbor_announce_change();
drop function neighbor_note_change(bigint);
drop function neighbor_enter_change();
