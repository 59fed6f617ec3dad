-- Puts the obstacles under the change log. Like ways they come by the thousand and mean something only together: they are counted.
create trigger obstacle_enter_change before insert or update or delete or truncate on obstacle
  for each statement execute function neighbor_enter_change();
create trigger obstacle_log_insert after insert on obstacle referencing new table as new_rows
  for each statement execute function neighbor_log_counts();
create trigger obstacle_log_update after update on obstacle referencing old table as old_rows new table as new_rows
  for each statement execute function neighbor_log_counts();
create trigger obstacle_log_delete after delete on obstacle referencing old table as old_rows
  for each statement execute function neighbor_log_counts();
create trigger obstacle_log_truncate after truncate on obstacle
  for each statement execute function neighbor_log_truncate();
