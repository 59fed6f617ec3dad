-- Finds the community, grid, micro-grid and compound of staged buildings that do not say theirs: those whose ground covers a
-- point on the footprint. On a border the smaller code; among grids a dedicated one before a basic one; among compounds the
-- smallest, for phases of an estate nest. A given grid says the community. Index: ix_<table>_geom. Rows: none.
create temp table stage_building_place on commit drop as
select code, ST_PointOnSurface(geom) as place
from stage_building
where community_code is null or grid_code is null or micro_grid_code is null or compound_code is null;

analyze stage_building_place;

create temp table stage_building_found on commit drop as
select p.code,
       (select a.code from area a where a.level = 'community' and ST_Covers(a.geom, p.place)
        order by a.code limit 1) as community_code,
       (select g.code from grid g where ST_Covers(g.geom, p.place)
        order by g.kind = 'dedicated' desc, g.code limit 1) as grid_code,
       (select m.code from micro_grid m where ST_Covers(m.geom, p.place)
        order by m.code limit 1) as micro_grid_code,
       (select c.code from compound c where ST_Covers(c.geom, p.place)
        order by ST_Area(c.geom), c.code limit 1) as compound_code
from stage_building_place p;

update stage_building s
set community_code = coalesce(s.community_code, left(s.grid_code, 12), f.community_code),
    grid_code = coalesce(s.grid_code, f.grid_code),
    micro_grid_code = coalesce(s.micro_grid_code, f.micro_grid_code),
    compound_code = coalesce(s.compound_code, f.compound_code)
from stage_building_found f
where f.code = s.code
