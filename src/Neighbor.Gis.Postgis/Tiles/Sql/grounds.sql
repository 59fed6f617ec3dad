-- Water and parks; the smallest are left out where they would be a pixel or less.
-- Parameters: $1 matrix, $2 row, $3 column of WebMercatorQuad; $4 the day, as date.
-- Units: 4096 steps to a tile's side, 64 of them drawn beyond it. Feature id: of the code, within what a double can hold.
-- Index: ix_ground_geom (GiST). Row: one bytea, an MVT layer named 'grounds'; empty when nothing is there.
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
    t.kind,
    ST_AsMVTGeom(ST_Transform(t.geom, 3857), tile.cut, 4096, 64, true) AS shape
  FROM ground t
  JOIN tile ON t.geom && tile.ground
  WHERE $4 IS NOT NULL
    AND ($1 >= 14 OR ST_Area(t.geom) > 1e-3 / power(4, $1))
)
SELECT ST_AsMVT(features, 'grounds', 4096, 'shape', 'id') FROM features WHERE shape IS NOT NULL;
