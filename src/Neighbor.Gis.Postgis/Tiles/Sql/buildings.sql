-- Buildings.
-- Parameters: $1 matrix, $2 row, $3 column of WebMercatorQuad; $4 the day, as date.
-- Index: ix_building_geom (GiST). Row: one bytea, an MVT layer named 'buildings'; empty when nothing is there.
WITH tile AS (
  SELECT
    ST_TileEnvelope($1, $3, $2) AS cut,
    ST_Transform(ST_TileEnvelope($1, $3, $2, margin => 64.0 / 4096), 4490) AS ground
),
features AS (
  SELECT
    t.code,
    t.name,
    t.use,
    t.floors,
    t.households,
    t.residents,
    ST_AsMVTGeom(ST_Transform(t.geom, 3857), tile.cut, 4096, 64, true) AS shape
  FROM building t
  JOIN tile ON t.geom && tile.ground
  WHERE t.valid_from <= $4 AND (t.valid_to IS NULL OR t.valid_to > $4)
)
SELECT ST_AsMVT(features, 'buildings', 4096, 'shape') FROM features WHERE shape IS NOT NULL;
