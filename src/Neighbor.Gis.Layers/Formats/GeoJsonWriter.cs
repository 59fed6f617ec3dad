using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using NetTopologySuite.Geometries;

namespace Neighbor.Gis.Layers.Formats;

/// <summary>Writes a FeatureCollection to a stream as features come, one to a line, the same input giving the same bytes.</summary>
/// <remarks>
/// <para>A collection is whole only after <see cref="Complete"/>: a writer that is dropped before leaves a text no reader takes for whole.</para>
/// <para>Cost: linear; memory of one buffer.</para>
/// <para>Threads: one user at a time.</para>
/// </remarks>
public sealed class GeoJsonWriter : IDisposable
{
    private const int FlushBytes = 64 * 1024;

    private static readonly JsonWriterOptions Plain = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        SkipValidation = true,
    };

    private readonly Stream _stream;
    private readonly GeoJsonWriterOptions _options;
    private readonly ArrayBufferWriter<byte> _buffer = new(FlushBytes);
    private readonly Utf8JsonWriter _json;
    private readonly Envelope _bounds = new();
    private bool _isComplete;

    /// <summary>Writes to <paramref name="stream"/>, which stays open and stays the caller's.</summary>
    public GeoJsonWriter(Stream stream, GeoJsonWriterOptions? options = null)
    {
        _stream = stream;
        _options = options ?? GeoJsonWriterOptions.Default;
        _json = new Utf8JsonWriter(_buffer, Plain);
        _buffer.Write("{\"type\":\"FeatureCollection\",\"features\":["u8);
    }

    /// <summary>How many features have been written.</summary>
    public long Count { get; private set; }

    /// <summary>Writes one feature.</summary>
    public void Write(Feature feature)
    {
        Append(feature);
        if (_buffer.WrittenCount >= FlushBytes)
        {
            _stream.Write(_buffer.WrittenSpan);
            _buffer.ResetWrittenCount();
        }
    }

    /// <inheritdoc cref="Write" />
    public async ValueTask WriteAsync(Feature feature, CancellationToken cancellation = default)
    {
        Append(feature);
        if (_buffer.WrittenCount >= FlushBytes)
        {
            await _stream.WriteAsync(_buffer.WrittenMemory, cancellation);
            _buffer.ResetWrittenCount();
        }
    }

    /// <summary>Ends the collection; nothing can be written after it.</summary>
    public void Complete()
    {
        Close();
        _stream.Write(_buffer.WrittenSpan);
        _stream.Flush();
    }

    /// <inheritdoc cref="Complete" />
    public async ValueTask CompleteAsync(CancellationToken cancellation = default)
    {
        Close();
        await _stream.WriteAsync(_buffer.WrittenMemory, cancellation);
        await _stream.FlushAsync(cancellation);
    }

    /// <inheritdoc />
    public void Dispose() => _json.Dispose();

    private void Append(Feature feature)
    {
        RefuseWhenComplete();
        _buffer.Write(Count == 0 ? "\n"u8 : ",\n"u8);
        _json.Reset();
        GeoJsonText.Write(_json, feature, _options);
        _json.Flush();
        Count++;
        if (feature.Geometry is not null)
        {
            _bounds.ExpandToInclude(feature.Geometry.EnvelopeInternal);
        }
    }

    private void Close()
    {
        RefuseWhenComplete();
        _isComplete = true;
        _buffer.Write("\n]"u8);
        if (_options.WriteBounds && !_bounds.IsNull)
        {
            _buffer.Write(","u8);
            WriteBounds();
        }

        _buffer.Write("}\n"u8);
    }

    private void WriteBounds()
    {
        _json.Reset();
        GeoJsonText.WriteBounds(_json, _bounds, _options.Decimals);
        _json.Flush();
    }

    private void RefuseWhenComplete()
    {
        if (_isComplete)
        {
            throw new InvalidOperationException($"The collection was completed after {Count} features.");
        }
    }
}
