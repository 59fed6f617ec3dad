-- Gives every row without a community the one it stands in: the level that tiles the county.
-- Parameters: none. Index: ix_area_geom (GiST). Rows: none.
UPDATE compound t
SET community_code = a.code
FROM area a
WHERE t.community_code IS NULL
  AND a.level = 'community'
  AND a.valid_to IS NULL
  AND ST_Covers(a.geom, ST_PointOnSurface(t.geom));

UPDATE building t
SET community_code = a.code
FROM area a
WHERE t.community_code IS NULL
  AND a.level = 'community'
  AND a.valid_to IS NULL
  AND ST_Covers(a.geom, ST_PointOnSurface(t.geom));

UPDATE lane t
SET community_code = a.code
FROM area a
WHERE t.community_code IS NULL
  AND a.level = 'community'
  AND a.valid_to IS NULL
  AND ST_Covers(a.geom, ST_PointOnSurface(t.geom));

UPDATE service_point t
SET community_code = a.code
FROM area a
WHERE t.community_code IS NULL
  AND a.level = 'community'
  AND a.valid_to IS NULL
  AND ST_Covers(a.geom, ST_PointOnSurface(t.geom));

