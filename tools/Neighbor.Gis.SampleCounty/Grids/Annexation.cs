using Neighbor.Gis.SampleCounty.Blocks;
using Neighbor.Gis.SampleCounty.Plane;

namespace Neighbor.Gis.SampleCounty.Grids;

/// <summary>Gives every piece of empty ground to a cell of its community, so that micro-grids leave no gap.</summary>
internal static class Annexation
{
    /// <summary>
    /// Round by round, each face beside a cell (or beside ground that a cell took over) goes to the one it shares the
    /// longest border with.
    /// </summary>
    /// <exception cref="InvalidOperationException">A face touches no ground of its community.</exception>
    public static void Assign(TownDraft town)
    {
        Dictionary<(PlanePoint, PlanePoint), Cell> cellsByEdge = [];
        Dictionary<(PlanePoint, PlanePoint), Face> facesByEdge = [];
        foreach (Cell cell in town.Cells)
        {
            foreach ((PlanePoint, PlanePoint) edge in Edges(cell.Ring))
            {
                cellsByEdge.Add(edge, cell);
            }
        }

        foreach (Face face in town.Faces)
        {
            foreach ((PlanePoint, PlanePoint) edge in Edges(face.Ring))
            {
                facesByEdge.Add(edge, face);
            }
        }

        List<Face> waiting = town.Faces;
        while (waiting.Count > 0)
        {
            var found = new List<(Face Face, Cell Cell)>();
            foreach (Face face in waiting)
            {
                if (Neighbour(face) is { } cell)
                {
                    found.Add((face, cell));
                }
            }

            if (found.Count == 0)
            {
                throw new InvalidOperationException(
                    $"Got {waiting.Count} faces that touch no ground of their community."
                );
            }

            foreach ((Face face, Cell cell) in found)
            {
                face.Owner = cell;
                cell.Annexes.Add(face);
                cell.Buildings.AddRange(face.Buildings);
            }

            waiting = waiting.FindAll(face => face.Owner is null);
        }

        Cell? Neighbour(Face face)
        {
            var lengths = new List<(Cell Cell, double Length)>();
            foreach ((PlanePoint start, PlanePoint end) in Edges(face.Ring))
            {
                Cell? beside =
                    cellsByEdge.GetValueOrDefault((end, start)) ?? facesByEdge.GetValueOrDefault((end, start))?.Owner;
                if (beside?.Block.Community == face.Community)
                {
                    lengths.Add((beside, (end.Metres - start.Metres).Length));
                }
            }

            return lengths
                .GroupBy(l => l.Cell)
                .Select(g => (Cell: g.Key, Length: g.Sum(l => l.Length)))
                .OrderByDescending(g => g.Length)
                .Select(g => g.Cell)
                .FirstOrDefault();
        }
    }

    private static IEnumerable<(PlanePoint Start, PlanePoint End)> Edges(List<PlanePoint> ring) =>
        ring.Select((point, i) => (point, ring[(i + 1) % ring.Count]));
}
