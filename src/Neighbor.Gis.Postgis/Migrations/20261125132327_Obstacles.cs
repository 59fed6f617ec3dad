using Microsoft.EntityFrameworkCore.Migrations;
using NetTopologySuite.Geometries;

#nullable disable

namespace Neighbor.Gis.Postgis.Migrations
{
    /// <inheritdoc />
    public partial class Obstacles : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "obstacle",
                columns: table => new
                {
                    code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    kind = table.Column<string>(type: "text", nullable: false),
                    geom = table.Column<LineString>(type: "geometry(LineString,4490)", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_obstacle", x => x.code);
                    table.CheckConstraint("ck_obstacle_kind", "kind in ('wall', 'fence', 'hedge', 'retainingWall', 'cityWall', 'railway', 'coast')");
                });

            migrationBuilder.CreateIndex(
                name: "ix_obstacle_geom",
                table: "obstacle",
                column: "geom")
                .Annotation("Npgsql:IndexMethod", "gist");

            migrationBuilder.CreateIndex(
                name: "ix_obstacle_source",
                table: "obstacle",
                column: "source");

            migrationBuilder.Sql(EmbeddedSql.Read("Migrations.ObstacleLog.sql"));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "obstacle");
        }
    }
}
