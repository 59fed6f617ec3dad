namespace Neighbor.Gis.Layers.Formats;

/// <summary>Why a text is not GeoJSON (RFC 7946) that can be read.</summary>
public enum GeoJsonFault
{
    /// <summary>The bytes are not UTF-8.</summary>
    NotUtf8,

    /// <summary>The text ends before its last bracket.</summary>
    Truncated,

    /// <summary>The text is not JSON.</summary>
    NotJson,

    /// <summary>A value is of another kind than the place asks for: a text where a number must stand.</summary>
    WrongKind,

    /// <summary>A member that must be there is not.</summary>
    MissingMember,

    /// <summary>A member stands twice in one object.</summary>
    RepeatedMember,

    /// <summary>The type is none that GeoJSON knows at this place.</summary>
    UnknownType,

    /// <summary>A position has fewer than two numbers.</summary>
    PositionTooShort,

    /// <summary>A number is too large for any place.</summary>
    NotFinite,

    /// <summary>A longitude beyond 180 or a latitude beyond 90 degrees.</summary>
    OutOfRange,

    /// <summary>A line has fewer than two positions.</summary>
    LineTooShort,

    /// <summary>A ring has fewer than four positions.</summary>
    RingTooShort,

    /// <summary>A ring does not end where it begins.</summary>
    RingNotClosed,

    /// <summary>Two coordinate reference systems are named in one file.</summary>
    TwoReferenceSystems,
}
