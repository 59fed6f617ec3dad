-- Ways of the walking network: great streets first, footpaths from matrix 13.
-- Parameters: $1 matrix, $2 row, $3 column of WebMercatorQuad; $4 the day, as date.
-- Units: 4096 steps to a tile's side, 64 of them drawn beyond it. Feature id: the way's id in its data set.
-- Index: ix_way_geom (GiST). Row: one bytea, an MVT layer named 'ways'; empty when nothing is there.
WITH tile AS (
  SELECT
    ST_TileEnvelope($1, $3, $2) AS cut,
    ST_Transform(ST_TileEnvelope($1, $3, $2, margin => 64.0 / 4096), 4490) AS ground
),
features AS MATERIALIZED ( -- else the shape would be made twice: for the condition, and for the tile
  SELECT
    t.id,
    t.name,
    t.kind,
    t.access,
    t.is_bridge AS "isBridge",
    t.is_tunnel AS "isTunnel",
    ST_AsMVTGeom(ST_Transform(t.geom, 3857), tile.cut, 4096, 64, true) AS shape
  FROM way t
  JOIN tile ON t.geom && tile.ground
  WHERE $4 IS NOT NULL
    AND (
      $1 >= 13
      OR t.kind IN ('primary', 'secondary')
      OR ($1 >= 10 AND t.kind = 'tertiary')
      OR ($1 >= 12 AND t.kind IN ('residential', 'pedestrian'))
    )
)
SELECT ST_AsMVT(features, 'ways', 4096, 'shape', 'id') FROM features WHERE shape IS NOT NULL;
