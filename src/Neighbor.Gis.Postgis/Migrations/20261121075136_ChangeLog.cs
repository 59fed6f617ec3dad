using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Neighbor.Gis.Postgis.Migrations
{
    /// <inheritdoc />
    public partial class ChangeLog : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(EmbeddedSql.Read("Migrations.ChangeLog.sql"));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(EmbeddedSql.Read("Migrations.ChangeLogDown.sql"));
        }
    }
}
