using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Neighbor.Gis.Postgis.Migrations
{
    /// <inheritdoc />
    public partial class WalkDetails : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "floors",
                table: "way",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "incline_percent",
                table: "way",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "rise",
                table: "way",
                type: "text",
                nullable: false,
                defaultValue: "unknown");

            migrationBuilder.AddColumn<string>(
                name: "signals",
                table: "way",
                type: "text",
                nullable: false,
                defaultValue: "none");

            migrationBuilder.AddColumn<int>(
                name: "step_count",
                table: "way",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "flow",
                table: "gate",
                type: "text",
                nullable: false,
                defaultValue: "both");

            migrationBuilder.AddCheckConstraint(
                name: "ck_way_rise",
                table: "way",
                sql: "rise in ('unknown', 'up', 'down')");

            migrationBuilder.AddCheckConstraint(
                name: "ck_way_signals",
                table: "way",
                sql: "signals in ('none', 'minor', 'major')");

            migrationBuilder.AddCheckConstraint(
                name: "ck_gate_flow",
                table: "gate",
                sql: "flow in ('both', 'inOnly', 'outOnly')");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "ck_way_rise",
                table: "way");

            migrationBuilder.DropCheckConstraint(
                name: "ck_way_signals",
                table: "way");

            migrationBuilder.DropCheckConstraint(
                name: "ck_gate_flow",
                table: "gate");

            migrationBuilder.DropColumn(
                name: "floors",
                table: "way");

            migrationBuilder.DropColumn(
                name: "incline_percent",
                table: "way");

            migrationBuilder.DropColumn(
                name: "rise",
                table: "way");

            migrationBuilder.DropColumn(
                name: "signals",
                table: "way");

            migrationBuilder.DropColumn(
                name: "step_count",
                table: "way");

            migrationBuilder.DropColumn(
                name: "flow",
                table: "gate");
        }
    }
}
