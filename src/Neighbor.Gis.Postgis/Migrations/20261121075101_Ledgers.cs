using System;
using Microsoft.EntityFrameworkCore.Migrations;
using NetTopologySuite.Geometries;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Neighbor.Gis.Postgis.Migrations
{
    /// <inheritdoc />
    public partial class Ledgers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterDatabase()
                .Annotation("Npgsql:PostgresExtension:postgis", ",,");

            migrationBuilder.CreateTable(
                name: "area",
                columns: table => new
                {
                    code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name = table.Column<string>(type: "text", nullable: false),
                    geom = table.Column<MultiPolygon>(type: "geometry(MultiPolygon,4490)", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    level = table.Column<string>(type: "text", nullable: true, computedColumnSql: "case when right(code, 3) <> '000' then 'community'\n     when substr(code, 7, 3) <> '000' then 'town'\n     when substr(code, 5, 2) <> '00' then 'county'\n     when substr(code, 3, 2) <> '00' then 'prefecture'\n     else 'province' end", stored: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_area", x => x.code);
                    table.CheckConstraint("ck_area_validity", "valid_to is null or valid_to > valid_from");
                });

            migrationBuilder.CreateTable(
                name: "building",
                columns: table => new
                {
                    code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name = table.Column<string>(type: "text", nullable: false),
                    use = table.Column<string>(type: "text", nullable: false),
                    floors = table.Column<int>(type: "integer", nullable: true),
                    households = table.Column<int>(type: "integer", nullable: true),
                    residents = table.Column<int>(type: "integer", nullable: true),
                    residents_60_plus = table.Column<int>(type: "integer", nullable: true),
                    children_under_7 = table.Column<int>(type: "integer", nullable: true),
                    community_code = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    grid_code = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    micro_grid_code = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    compound_code = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    lane_code = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    geom = table.Column<MultiPolygon>(type: "geometry(MultiPolygon,4490)", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_building", x => x.code);
                    table.CheckConstraint("ck_building_use", "use in ('unknown', 'residential', 'mixed', 'commercial', 'public', 'industrial')");
                    table.CheckConstraint("ck_building_validity", "valid_to is null or valid_to > valid_from");
                });

            migrationBuilder.CreateTable(
                name: "change_log",
                columns: table => new
                {
                    seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false, defaultValueSql: "now()"),
                    actor = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    table_name = table.Column<string>(type: "text", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    action = table.Column<string>(type: "text", nullable: false),
                    before = table.Column<string>(type: "jsonb", nullable: true),
                    after = table.Column<string>(type: "jsonb", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_change_log", x => x.seq);
                });

            migrationBuilder.CreateTable(
                name: "compound",
                columns: table => new
                {
                    code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    is_walled = table.Column<bool>(type: "boolean", nullable: false),
                    has_party_branch = table.Column<bool>(type: "boolean", nullable: false),
                    community_code = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    parent_code = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    geom = table.Column<MultiPolygon>(type: "geometry(MultiPolygon,4490)", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_compound", x => x.code);
                    table.CheckConstraint("ck_compound_kind", "kind in ('managedHighRise', 'mixedCommercial', 'openUnmanaged')");
                    table.CheckConstraint("ck_compound_validity", "valid_to is null or valid_to > valid_from");
                });

            migrationBuilder.CreateTable(
                name: "duty",
                columns: table => new
                {
                    code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    responder_code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    role = table.Column<string>(type: "text", nullable: false),
                    target = table.Column<string>(type: "text", nullable: false),
                    target_code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    source = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_duty", x => x.code);
                    table.CheckConstraint("ck_duty_role", "role in ('laneHead', 'buildingHead', 'stairwellHead', 'gridWorker', 'contactHousehold', 'volunteer')");
                    table.CheckConstraint("ck_duty_target", "target in ('area', 'grid', 'microGrid', 'lane', 'building', 'entrance')");
                    table.CheckConstraint("ck_duty_validity", "valid_to is null or valid_to > valid_from");
                });

            migrationBuilder.CreateTable(
                name: "entrance",
                columns: table => new
                {
                    code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name = table.Column<string>(type: "text", nullable: false),
                    building_code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    households = table.Column<int>(type: "integer", nullable: true),
                    geom = table.Column<Point>(type: "geometry(Point,4490)", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_entrance", x => x.code);
                    table.CheckConstraint("ck_entrance_validity", "valid_to is null or valid_to > valid_from");
                });

            migrationBuilder.CreateTable(
                name: "gate",
                columns: table => new
                {
                    code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name = table.Column<string>(type: "text", nullable: false),
                    compound_code = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    access = table.Column<string>(type: "text", nullable: false),
                    hours = table.Column<string>(type: "text", nullable: true),
                    checked_on = table.Column<DateOnly>(type: "date", nullable: true),
                    node_id = table.Column<long>(type: "bigint", nullable: false),
                    geom = table.Column<Point>(type: "geometry(Point,4490)", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_gate", x => x.code);
                    table.CheckConstraint("ck_gate_access", "access in ('open', 'residentsOnly', 'staffedVisitors', 'closed', 'emergencyOnly')");
                    table.CheckConstraint("ck_gate_validity", "valid_to is null or valid_to > valid_from");
                });

            migrationBuilder.CreateTable(
                name: "grid",
                columns: table => new
                {
                    code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    households = table.Column<int>(type: "integer", nullable: false),
                    geom = table.Column<MultiPolygon>(type: "geometry(MultiPolygon,4490)", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_grid", x => x.code);
                    table.CheckConstraint("ck_grid_kind", "kind in ('basic', 'dedicated')");
                    table.CheckConstraint("ck_grid_validity", "valid_to is null or valid_to > valid_from");
                });

            migrationBuilder.CreateTable(
                name: "ground",
                columns: table => new
                {
                    code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    geom = table.Column<MultiPolygon>(type: "geometry(MultiPolygon,4490)", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ground", x => x.code);
                    table.CheckConstraint("ck_ground_kind", "kind in ('water', 'park')");
                });

            migrationBuilder.CreateTable(
                name: "import_run",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    source = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false, defaultValueSql: "now()"),
                    actor = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    took_ms = table.Column<int>(type: "integer", nullable: false),
                    counts = table.Column<string>(type: "jsonb", nullable: false),
                    last_seq = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_import_run", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "lane",
                columns: table => new
                {
                    code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name = table.Column<string>(type: "text", nullable: false),
                    community_code = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    geom = table.Column<MultiLineString>(type: "geometry(MultiLineString,4490)", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lane", x => x.code);
                    table.CheckConstraint("ck_lane_validity", "valid_to is null or valid_to > valid_from");
                });

            migrationBuilder.CreateTable(
                name: "micro_grid",
                columns: table => new
                {
                    code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name = table.Column<string>(type: "text", nullable: false),
                    grid_code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    households = table.Column<int>(type: "integer", nullable: false),
                    geom = table.Column<MultiPolygon>(type: "geometry(MultiPolygon,4490)", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_micro_grid", x => x.code);
                    table.CheckConstraint("ck_micro_grid_validity", "valid_to is null or valid_to > valid_from");
                });

            migrationBuilder.CreateTable(
                name: "neighbor_center",
                columns: table => new
                {
                    code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name = table.Column<string>(type: "text", nullable: false),
                    form = table.Column<string>(type: "text", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    community_code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    source = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_neighbor_center", x => x.code);
                    table.CheckConstraint("ck_neighbor_center_form", "form in ('singleSite', 'multiSite', 'hubAndSpoke')");
                    table.CheckConstraint("ck_neighbor_center_status", "status in ('planned', 'building', 'open', 'closed')");
                    table.CheckConstraint("ck_neighbor_center_validity", "valid_to is null or valid_to > valid_from");
                });

            migrationBuilder.CreateTable(
                name: "responder",
                columns: table => new
                {
                    code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name = table.Column<string>(type: "text", nullable: false),
                    skills = table.Column<string[]>(type: "text[]", nullable: false),
                    hours = table.Column<string>(type: "text", nullable: true),
                    home_building_code = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    geom = table.Column<Point>(type: "geometry(Point,4490)", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_responder", x => x.code);
                    table.CheckConstraint("ck_responder_skills", "skills <@ array['firstAid', 'nursing', 'counselling', 'repair', 'errands', 'childminding', 'mediation', 'firefighting', 'signLanguage', 'driving']::text[]");
                    table.CheckConstraint("ck_responder_validity", "valid_to is null or valid_to > valid_from");
                });

            migrationBuilder.CreateTable(
                name: "service_point",
                columns: table => new
                {
                    code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    functions = table.Column<string[]>(type: "text[]", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    hours = table.Column<string>(type: "text", nullable: true),
                    capacity = table.Column<int>(type: "integer", nullable: true),
                    center_code = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    center_role = table.Column<string>(type: "text", nullable: true),
                    community_code = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    geom = table.Column<Point>(type: "geometry(Point,4490)", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_point", x => x.code);
                    table.CheckConstraint("ck_service_point_center_role", "center_role in ('site', 'hub', 'spoke')");
                    table.CheckConstraint("ck_service_point_functions", "functions <@ array['party', 'elderly', 'childcare', 'medical', 'food', 'culture', 'affairs', 'safety', 'education', 'rest']::text[]");
                    table.CheckConstraint("ck_service_point_kind", "kind in ('other', 'centerSite', 'kindergarten', 'school', 'policeRoom', 'clinic', 'hospital', 'pharmacy', 'elderCare', 'canteen', 'market', 'station', 'lounge', 'library', 'serviceDesk', 'bankOrPost', 'sportsGround')");
                    table.CheckConstraint("ck_service_point_status", "status in ('planned', 'building', 'open', 'closed')");
                    table.CheckConstraint("ck_service_point_validity", "valid_to is null or valid_to > valid_from");
                });

            migrationBuilder.CreateTable(
                name: "way",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    access = table.Column<string>(type: "text", nullable: false),
                    direction = table.Column<string>(type: "text", nullable: false),
                    hours = table.Column<string>(type: "text", nullable: true),
                    is_bridge = table.Column<bool>(type: "boolean", nullable: false),
                    is_tunnel = table.Column<bool>(type: "boolean", nullable: false),
                    node_ids = table.Column<long[]>(type: "bigint[]", nullable: false),
                    geom = table.Column<LineString>(type: "geometry(LineString,4490)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_way", x => new { x.source, x.id });
                    table.CheckConstraint("ck_way_access", "access in ('public', 'private')");
                    table.CheckConstraint("ck_way_direction", "direction in ('both', 'forward', 'backward')");
                    table.CheckConstraint("ck_way_kind", "kind in ('primary', 'secondary', 'tertiary', 'residential', 'service', 'pedestrian', 'path', 'steps', 'track', 'crossing', 'indoor', 'elevator')");
                });

            migrationBuilder.CreateIndex(
                name: "ix_area_geom",
                table: "area",
                column: "geom")
                .Annotation("Npgsql:IndexMethod", "gist");

            migrationBuilder.CreateIndex(
                name: "ix_area_level",
                table: "area",
                column: "level");

            migrationBuilder.CreateIndex(
                name: "ix_area_source",
                table: "area",
                column: "source");

            migrationBuilder.CreateIndex(
                name: "ix_building_community_code",
                table: "building",
                column: "community_code");

            migrationBuilder.CreateIndex(
                name: "ix_building_compound_code",
                table: "building",
                column: "compound_code");

            migrationBuilder.CreateIndex(
                name: "ix_building_geom",
                table: "building",
                column: "geom")
                .Annotation("Npgsql:IndexMethod", "gist");

            migrationBuilder.CreateIndex(
                name: "ix_building_grid_code",
                table: "building",
                column: "grid_code");

            migrationBuilder.CreateIndex(
                name: "ix_building_source",
                table: "building",
                column: "source");

            migrationBuilder.CreateIndex(
                name: "ix_change_log_table_name_key",
                table: "change_log",
                columns: new[] { "table_name", "key" });

            migrationBuilder.CreateIndex(
                name: "ix_compound_community_code",
                table: "compound",
                column: "community_code");

            migrationBuilder.CreateIndex(
                name: "ix_compound_geom",
                table: "compound",
                column: "geom")
                .Annotation("Npgsql:IndexMethod", "gist");

            migrationBuilder.CreateIndex(
                name: "ix_compound_source",
                table: "compound",
                column: "source");

            migrationBuilder.CreateIndex(
                name: "ix_duty_responder_code",
                table: "duty",
                column: "responder_code");

            migrationBuilder.CreateIndex(
                name: "ix_duty_source",
                table: "duty",
                column: "source");

            migrationBuilder.CreateIndex(
                name: "ix_duty_target_target_code",
                table: "duty",
                columns: new[] { "target", "target_code" });

            migrationBuilder.CreateIndex(
                name: "ix_entrance_building_code",
                table: "entrance",
                column: "building_code");

            migrationBuilder.CreateIndex(
                name: "ix_entrance_geom",
                table: "entrance",
                column: "geom")
                .Annotation("Npgsql:IndexMethod", "gist");

            migrationBuilder.CreateIndex(
                name: "ix_entrance_source",
                table: "entrance",
                column: "source");

            migrationBuilder.CreateIndex(
                name: "ix_gate_compound_code",
                table: "gate",
                column: "compound_code");

            migrationBuilder.CreateIndex(
                name: "ix_gate_geom",
                table: "gate",
                column: "geom")
                .Annotation("Npgsql:IndexMethod", "gist");

            migrationBuilder.CreateIndex(
                name: "ix_gate_source",
                table: "gate",
                column: "source");

            migrationBuilder.CreateIndex(
                name: "ix_grid_geom",
                table: "grid",
                column: "geom")
                .Annotation("Npgsql:IndexMethod", "gist");

            migrationBuilder.CreateIndex(
                name: "ix_grid_source",
                table: "grid",
                column: "source");

            migrationBuilder.CreateIndex(
                name: "ix_ground_geom",
                table: "ground",
                column: "geom")
                .Annotation("Npgsql:IndexMethod", "gist");

            migrationBuilder.CreateIndex(
                name: "ix_ground_source",
                table: "ground",
                column: "source");

            migrationBuilder.CreateIndex(
                name: "ix_lane_geom",
                table: "lane",
                column: "geom")
                .Annotation("Npgsql:IndexMethod", "gist");

            migrationBuilder.CreateIndex(
                name: "ix_lane_source",
                table: "lane",
                column: "source");

            migrationBuilder.CreateIndex(
                name: "ix_micro_grid_geom",
                table: "micro_grid",
                column: "geom")
                .Annotation("Npgsql:IndexMethod", "gist");

            migrationBuilder.CreateIndex(
                name: "ix_micro_grid_grid_code",
                table: "micro_grid",
                column: "grid_code");

            migrationBuilder.CreateIndex(
                name: "ix_micro_grid_source",
                table: "micro_grid",
                column: "source");

            migrationBuilder.CreateIndex(
                name: "ix_neighbor_center_source",
                table: "neighbor_center",
                column: "source");

            migrationBuilder.CreateIndex(
                name: "ix_responder_geom",
                table: "responder",
                column: "geom")
                .Annotation("Npgsql:IndexMethod", "gist");

            migrationBuilder.CreateIndex(
                name: "ix_responder_source",
                table: "responder",
                column: "source");

            migrationBuilder.CreateIndex(
                name: "ix_service_point_center_code",
                table: "service_point",
                column: "center_code");

            migrationBuilder.CreateIndex(
                name: "ix_service_point_community_code",
                table: "service_point",
                column: "community_code");

            migrationBuilder.CreateIndex(
                name: "ix_service_point_functions",
                table: "service_point",
                column: "functions")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_service_point_geom",
                table: "service_point",
                column: "geom")
                .Annotation("Npgsql:IndexMethod", "gist");

            migrationBuilder.CreateIndex(
                name: "ix_service_point_source",
                table: "service_point",
                column: "source");

            migrationBuilder.CreateIndex(
                name: "ix_way_geom",
                table: "way",
                column: "geom")
                .Annotation("Npgsql:IndexMethod", "gist");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "area");

            migrationBuilder.DropTable(
                name: "building");

            migrationBuilder.DropTable(
                name: "change_log");

            migrationBuilder.DropTable(
                name: "compound");

            migrationBuilder.DropTable(
                name: "duty");

            migrationBuilder.DropTable(
                name: "entrance");

            migrationBuilder.DropTable(
                name: "gate");

            migrationBuilder.DropTable(
                name: "grid");

            migrationBuilder.DropTable(
                name: "ground");

            migrationBuilder.DropTable(
                name: "import_run");

            migrationBuilder.DropTable(
                name: "lane");

            migrationBuilder.DropTable(
                name: "micro_grid");

            migrationBuilder.DropTable(
                name: "neighbor_center");

            migrationBuilder.DropTable(
                name: "responder");

            migrationBuilder.DropTable(
                name: "service_point");

            migrationBuilder.DropTable(
                name: "way");
        }
    }
}
