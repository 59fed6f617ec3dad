-- Lanes.
-- Parameters: $1 matrix, $2 row, $3 column of WebMercatorQuad; $4 the day, as date.
-- Units: 4096 steps to a tile's side, 64 of them drawn beyond it. Feature id: of the code, within what a double can hold.
-- Index: ix_lane_geom (GiST). Row: one bytea, an MVT layer named 'lanes'; empty when nothing is there.
WITH tile AS (
  SELECT
    ST_TileEnvelope($1, $3, $2) AS cut,
    ST_Transform(ST_TileEnvelope($1, $3, $2, margin => 64.0 / 4096), 4490) AS ground
),
features AS MATERIALIZED ( -- else the shape would be made twice: for the condition, and for the tile
  SELECT
    hashtextextended(t.code, 0) & 9007199254740991 AS id,
    t.code,
    t.name,
    ST_AsMVTGeom(ST_Transform(t.geom, 3857), tile.cut, 4096, 64, true) AS shape
  FROM lane t
  JOIN tile ON t.geom && tile.ground
  WHERE t.valid_from <= $4 AND (t.valid_to IS NULL OR t.valid_to > $4)
)
SELECT ST_AsMVT(features, 'lanes', 4096, 'shape', 'id') FROM features WHERE shape IS NOT NULL;
