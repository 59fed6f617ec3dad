using Neighbor.Gis.SampleCounty.Plane;

namespace Neighbor.Gis.SampleCounty.Ledgers;

/// <summary>The number of the network node at every point; equal points are one node.</summary>
internal sealed class NodeRegister
{
    private readonly Dictionary<PlanePoint, long> _numbers = [];

    public long At(PlanePoint point)
    {
        if (!_numbers.TryGetValue(point, out long number))
        {
            number = _numbers.Count + 1;
            _numbers.Add(point, number);
        }

        return number;
    }
}
