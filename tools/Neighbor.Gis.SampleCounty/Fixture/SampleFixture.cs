using Neighbor.Gis.Ingest;

namespace Neighbor.Gis.SampleCounty.Fixture;

/// <summary>The sample county as a folder of files that a GIS opens: GeoJSON for places, CSV for tables.</summary>
public static class SampleFixture
{
    /// <summary>Writes one file per ledger; what stood in files of these names is replaced.</summary>
    /// <param name="delivery">The county; its source is <see cref="SampleCountyGenerator.Source"/>.</param>
    /// <param name="folder">Made if it is not there.</param>
    /// <exception cref="ArgumentException">The delivery has another source, which the files could not say.</exception>
    public static void Write(Delivery delivery, string folder)
    {
        if (delivery.Source != SampleCountyGenerator.Source)
        {
            throw new ArgumentException(
                $"Got source '{delivery.Source}'; the fixture is of '{SampleCountyGenerator.Source}'.",
                nameof(delivery)
            );
        }

        Directory.CreateDirectory(folder);
        AreaFiles.Write(folder, delivery);
        BuildingFiles.Write(folder, delivery);
        StreetFiles.Write(folder, delivery);
        ServiceFiles.Write(folder, delivery);
        PeopleFiles.Write(folder, delivery);
    }

    /// <summary>Reads the county back.</summary>
    /// <exception cref="FormatException">A row lacks a value, or has one that is not understood.</exception>
    public static Delivery Read(string folder)
    {
        var delivery = new Delivery { Source = SampleCountyGenerator.Source };
        delivery = AreaFiles.Read(folder, delivery);
        delivery = BuildingFiles.Read(folder, delivery);
        delivery = StreetFiles.Read(folder, delivery);
        delivery = ServiceFiles.Read(folder, delivery);
        return PeopleFiles.Read(folder, delivery);
    }
}
