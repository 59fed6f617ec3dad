using System.Runtime.CompilerServices;
using NetTopologySuite.Geometries;

namespace Neighbor.Gis.Layers.Formats;

/// <summary>Reads GeoJSON feature by feature, so that a file of any length needs only the memory of its longest feature.</summary>
/// <remarks>
/// <para>
/// Any valid GeoJSON object may be the root: a feature or a geometry is read as a collection of one. A legacy <c>crs</c>
/// member is not obeyed but reported in <see cref="CrsName"/>; what is not GeoJSON is refused with its place.
/// </para>
/// <para>Source: RFC 7946; the <c>crs</c> member: the GeoJSON format specification of 2008, clause 3.</para>
/// <para>Cost: linear; one pass over the bytes to find the end of a feature and one to read it.</para>
/// <para>Threads: one user at a time; a reader reads its text once.</para>
/// </remarks>
public sealed class GeoJsonReader
{
    private readonly GeoJsonWindow _window;
    private readonly GeoJsonWalk _walk;

    /// <summary>Reads from <paramref name="stream"/>, which stays open and stays the caller's.</summary>
    public GeoJsonReader(Stream stream, GeoJsonReaderOptions? options = null)
        : this(new GeoJsonWindow(stream), options) { }

    private GeoJsonReader(GeoJsonWindow window, GeoJsonReaderOptions? options)
    {
        _window = window;
        _window.KeepsAll = true;
        _walk = new GeoJsonWalk(window, options ?? GeoJsonReaderOptions.Default);
    }

    /// <summary>How many features have been read.</summary>
    public long Count => _walk.Count;

    /// <summary>How many bytes have been taken in, for showing progress.</summary>
    public long BytesRead => _window.End;

    /// <summary>
    /// The reference system named by a legacy <c>crs</c> member, <c>"null"</c> where it says null, and null where there is
    /// none. It may stand behind the features: it is final when all of them have been read.
    /// </summary>
    public string? CrsName => _walk.CrsName;

    /// <summary>How many rings were open and have been closed, where the options ask for it.</summary>
    public int ClosedRings => _walk.Geometries.ClosedRings;

    /// <summary>The features of a text that is in memory.</summary>
    /// <exception cref="GeoJsonException">The text is not GeoJSON.</exception>
    public static IReadOnlyList<Feature> ReadAll(ReadOnlySpan<byte> utf8, GeoJsonReaderOptions? options = null) =>
        [.. new GeoJsonReader(new GeoJsonWindow(utf8.ToArray()), options).Read()];

    /// <summary>One geometry object from a text that is in memory.</summary>
    /// <exception cref="GeoJsonException">The text is not a GeoJSON geometry.</exception>
    public static Geometry ReadGeometry(ReadOnlySpan<byte> utf8, GeoJsonReaderOptions? options = null)
    {
        GeoJsonReader reader = new(new GeoJsonWindow(utf8.ToArray()), options);
        reader._walk.AllowsOnlyGeometry = true;
        return reader.Read().Single().Geometry!;
    }

    /// <summary>The features in the order of the text.</summary>
    /// <exception cref="GeoJsonException">The text is not GeoJSON; what stands before the place has been returned.</exception>
    public IEnumerable<Feature> Read()
    {
        while (true)
        {
            switch (_walk.Advance(out Feature? feature))
            {
                case GeoJsonWalk.Ending.Feature:
                    yield return feature!;
                    break;
                case GeoJsonWalk.Ending.NeedsBytes:
                    _window.Fill();
                    break;
                default:
                    yield break;
            }
        }
    }

    /// <summary>The features in the order of the text.</summary>
    /// <exception cref="GeoJsonException">The text is not GeoJSON; what stands before the place has been returned.</exception>
    public async IAsyncEnumerable<Feature> ReadAsync([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        while (true)
        {
            switch (_walk.Advance(out Feature? feature))
            {
                case GeoJsonWalk.Ending.Feature:
                    yield return feature!;
                    break;
                case GeoJsonWalk.Ending.NeedsBytes:
                    await _window.FillAsync(cancellation);
                    break;
                default:
                    yield break;
            }
        }
    }
}
