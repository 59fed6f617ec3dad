using System;
using Microsoft.EntityFrameworkCore.Migrations;
using NetTopologySuite.Geometries;

#nullable disable

namespace Neighbor.Gis.Postgis.Migrations
{
    /// <inheritdoc />
    public partial class Closures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "closure",
                columns: table => new
                {
                    code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    line = table.Column<MultiLineString>(type: "geometry(MultiLineString,4490)", nullable: true),
                    zone = table.Column<MultiPolygon>(type: "geometry(MultiPolygon,4490)", nullable: true),
                    starts_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ends_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    source = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_closure", x => x.code);
                    table.CheckConstraint("ck_closure_shape", "num_nonnulls(line, zone) = 1");
                    table.CheckConstraint("ck_closure_term", "ends_at is null or ends_at > starts_at");
                });

            migrationBuilder.CreateIndex(
                name: "ix_closure_line",
                table: "closure",
                column: "line")
                .Annotation("Npgsql:IndexMethod", "gist");

            migrationBuilder.CreateIndex(
                name: "ix_closure_source",
                table: "closure",
                column: "source");

            migrationBuilder.CreateIndex(
                name: "ix_closure_zone",
                table: "closure",
                column: "zone")
                .Annotation("Npgsql:IndexMethod", "gist");

            migrationBuilder.Sql(EmbeddedSql.Read("Migrations.ClosureLog.sql"));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "closure");
        }
    }
}
