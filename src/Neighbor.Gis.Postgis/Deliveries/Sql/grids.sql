-- Gives every building without a grid, or without a micro-grid, the one it stands in.
-- Parameters: none. Index: ix_grid_geom, ix_micro_grid_geom (GiST). Rows: none.
UPDATE building t
SET grid_code = g.code
FROM grid g
WHERE t.grid_code IS NULL
  AND g.kind = 'basic'
  AND g.valid_to IS NULL
  AND ST_Covers(g.geom, ST_PointOnSurface(t.geom));

UPDATE building t
SET micro_grid_code = m.code
FROM micro_grid m
WHERE t.micro_grid_code IS NULL
  AND m.valid_to IS NULL
  AND ST_Covers(m.geom, ST_PointOnSurface(t.geom));
