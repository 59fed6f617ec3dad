namespace Neighbor.Gis.Walking.Networks.Drafting;

/// <summary>The zones that meet at one node, nested: each with the one it opens into.</summary>
internal static class NodeSides
{
    /// <summary>
    /// Adds the smallest zone around all of them, sorts them outermost first, and says for each which of the others it
    /// opens into; -1 for the outermost.
    /// </summary>
    public static void Nest(ZoneTree tree, bool walkingOnly, List<int> zones, List<int> outers)
    {
        int around = zones[0];
        foreach (int zone in zones)
        {
            around = tree.Around(around, zone);
        }

        around = walkingOnly ? tree.WalkingZone(around) : around;
        if (!zones.Contains(around))
        {
            zones.Add(around);
        }

        zones.Sort(
            (one, other) =>
            {
                int byNesting = Levels(tree, one).CompareTo(Levels(tree, other));
                return byNesting != 0 ? byNesting : one.CompareTo(other);
            }
        );
        outers.Clear();
        foreach (int zone in zones)
        {
            int outer = zone;
            do
            {
                outer = outer == around ? -1 : tree.ParentOf(outer);
            } while (outer >= 0 && !zones.Contains(outer));

            outers.Add(outer);
        }
    }

    private static int Levels(ZoneTree tree, int zone)
    {
        int levels = 0;
        for (; zone != 0; zone = tree.ParentOf(zone))
        {
            levels++;
        }

        return levels;
    }
}
