-- Guards the closures with the change log, as ChangeLog.sql does the ledgers before them.
create trigger closure_enter_change before insert or update or delete or truncate on closure
  for each statement execute function neighbor_enter_change();
create trigger closure_log_insert after insert on closure referencing new table as new_rows
  for each statement execute function neighbor_log_rows();
create trigger closure_log_update after update on closure referencing old table as old_rows new table as new_rows
  for each statement execute function neighbor_log_rows();
create trigger closure_log_delete after delete on closure referencing old table as old_rows
  for each statement execute function neighbor_log_rows();
create trigger closure_log_truncate after truncate on closure
  for each statement execute function neighbor_log_truncate();
