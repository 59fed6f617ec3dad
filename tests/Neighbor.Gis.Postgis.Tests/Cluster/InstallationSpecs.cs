using Neighbor.Gis.Postgis.Cluster;
using Xunit;

namespace Neighbor.Gis.Postgis.Tests.Cluster;

public sealed class InstallationSpecs : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("neighbor-installation-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Without_PostgreSQL_both_packages_are_named()
    {
        PostgresMissingException missing = Assert.Throws<PostgresMissingException>(() =>
            PostgresInstallation.Find(_folder, [], wantedMajorVersion: null)
        );

        Assert.Equal(["postgresql-15", "postgresql-15-postgis-3"], missing.Packages);
        Assert.Contains(
            "apt-get install postgresql-15 postgresql-15-postgis-3",
            missing.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void With_PostgreSQL_alone_only_the_package_of_PostGIS_is_named()
    {
        Install("99");

        PostgresMissingException missing = Assert.Throws<PostgresMissingException>(() =>
            PostgresInstallation.Find(_folder, [], wantedMajorVersion: null)
        );

        Assert.Equal(["postgresql-99-postgis-3"], missing.Packages);
    }

    [Fact]
    public void A_version_that_is_too_old_is_said_to_have_been_seen()
    {
        Install("13", withPostgis: true);

        PostgresMissingException missing = Assert.Throws<PostgresMissingException>(() =>
            PostgresInstallation.Find(_folder, [], wantedMajorVersion: null)
        );

        Assert.Contains("only 13 was found", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_newest_version_that_has_PostGIS_is_taken()
    {
        Install("97", withPostgis: true);
        Install("98", withPostgis: true);
        Install("99");

        Assert.Equal(98, PostgresInstallation.Find(_folder, [], wantedMajorVersion: null).MajorVersion);
    }

    [Fact]
    public void A_data_folder_wants_the_version_that_wrote_it()
    {
        Install("97", withPostgis: true);
        Install("98", withPostgis: true);

        Assert.Equal(97, PostgresInstallation.Find(_folder, [], wantedMajorVersion: 97).MajorVersion);
        PostgresMissingException missing = Assert.Throws<PostgresMissingException>(() =>
            PostgresInstallation.Find(_folder, [], wantedMajorVersion: 96)
        );
        Assert.Contains("postgresql-96-postgis-3", missing.Packages);
    }

    private void Install(string version, bool withPostgis = false)
    {
        string bin = Path.Combine(_folder, version, "bin");
        Directory.CreateDirectory(bin);
        foreach (string program in new[] { "initdb", "pg_ctl", "postgres" })
        {
            File.WriteAllText(Path.Combine(bin, program), "");
        }

        if (withPostgis)
        {
            string extension = Path.Combine(_folder, version, "share", "extension");
            Directory.CreateDirectory(extension);
            File.WriteAllText(Path.Combine(extension, "postgis.control"), "");
        }
    }
}
