-- Stages the rows of other data sets that have no community yet. Parameters: $1 the source being delivered (text). Rows: none.
insert into stage_lane select * from lane where community_code is null and source <> $1
