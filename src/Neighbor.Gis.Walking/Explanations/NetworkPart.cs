using Neighbor.Gis.Spatial.Indexes;
using Neighbor.Gis.Walking.Networks;

namespace Neighbor.Gis.Walking.Explanations;

/// <summary>连通部分. All of a network that hangs together with one link, whatever gates and one-way signs say.</summary>
internal sealed class NetworkPart
{
    private readonly WalkingNetwork _network;
    private readonly bool[] _isIn;

    private NetworkPart(WalkingNetwork network, bool[] isIn)
    {
        _network = network;
        _isIn = isIn;
    }

    /// <summary>The part a link is in.</summary>
    public static NetworkPart Around(WalkingNetwork network, LinkId link)
    {
        NetworkColumns columns = network.Columns;
        bool[] isIn = new bool[network.NodeCount];
        Stack<int> open = new();
        int first = columns.LinkTails[link.Value];
        isIn[first] = true;
        open.Push(first);
        while (open.TryPop(out int node))
        {
            for (int arc = columns.FirstArc[node]; arc < columns.FirstArc[node + 1]; arc++)
            {
                int head = columns.Heads[arc];
                if (!isIn[head])
                {
                    isIn[head] = true;
                    open.Push(head);
                }
            }
        }

        return new NetworkPart(network, isIn);
    }

    /// <summary>Whether a link belongs to it.</summary>
    public bool Holds(LinkId link) => _isIn[_network.TailOf(link).Value];

    /// <summary>The box around its links, and how long they are together.</summary>
    public (Box Extent, long LengthMm) Measure()
    {
        Box extent = Box.Nothing;
        long lengthMm = 0;
        for (int number = 0; number < _network.LinkCount; number++)
        {
            LinkId link = new(number);
            if (Holds(link))
            {
                lengthMm += _network.LengthMm(link);
                foreach (Spatial.Position position in _network.CourseOf(new Stretch(link, 0, _network.LengthMm(link))))
                {
                    extent = extent.With(Box.At(position));
                }
            }
        }

        return (extent, lengthMm);
    }
}
