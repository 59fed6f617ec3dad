using Neighbor.Gis.Spatial.Datums;
using NetTopologySuite.Geometries;
using Position = Neighbor.Gis.Spatial.Position;

namespace Neighbor.Gis.Ingest.Features;

/// <summary>Takes every position of a geometry to CGCS2000, in place.</summary>
public sealed class DatumFilter(Datum datum) : ICoordinateSequenceFilter
{
    /// <inheritdoc />
    public bool Done => false;

    /// <inheritdoc />
    public bool GeometryChanged => true;

    /// <summary>Positions that moved.</summary>
    public int Moved { get; private set; }

    /// <summary>Positions that stayed, because the datum is not shifted there.</summary>
    public int Stayed { get; private set; }

    /// <inheritdoc />
    public void Filter(CoordinateSequence seq, int i)
    {
        Position before = new(seq.GetX(i), seq.GetY(i));
        Position after = DatumShift.ToCgcs2000(before, datum);
        seq.SetX(i, after.Longitude);
        seq.SetY(i, after.Latitude);
        if (after == before)
        {
            Stayed++;
        }
        else
        {
            Moved++;
        }
    }
}
