-- Stages the buildings of other data sets that lack a community, grid, micro-grid or compound.
-- Parameters: $1 the source being delivered (text). Rows: none.
insert into stage_building
select * from building
where source <> $1
  and (community_code is null or grid_code is null or micro_grid_code is null or compound_code is null)
