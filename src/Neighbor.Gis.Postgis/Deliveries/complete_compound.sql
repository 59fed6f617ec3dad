-- Finds the community of staged rows that do not say theirs: the one whose ground covers a point on the row's geometry.
-- On a border between two, the smaller code. Index: ix_area_geom. Rows: none.
update stage_compound s
set community_code = found.community_code
from (
  select distinct on (p.code) p.code, a.code as community_code
  from (select code, ST_PointOnSurface(geom) as place from stage_compound where community_code is null offset 0) p
  join area a on a.level = 'community' and ST_Covers(a.geom, p.place)
  order by p.code, a.code) found
where found.code = s.code
