namespace Neighbor.Gis.Walking.Networks.Drafting;

/// <summary>Sets that grow together; each is named by its lowest member, whatever the order of joining.</summary>
internal sealed class DisjointSets
{
    private readonly int[] _parents;

    public DisjointSets(int count)
    {
        _parents = new int[count];
        for (int i = 0; i < count; i++)
        {
            _parents[i] = i;
        }
    }

    public int Find(int member)
    {
        while (_parents[member] != member)
        {
            _parents[member] = _parents[_parents[member]];
            member = _parents[member];
        }

        return member;
    }

    public void Join(int one, int other)
    {
        one = Find(one);
        other = Find(other);
        _parents[Math.Max(one, other)] = Math.Min(one, other);
    }
}
