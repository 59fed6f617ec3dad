namespace Neighbor.Gis.Postgis.Deliveries;

/// <summary>A delivery brings a code that is taken: by another data set, or by another row of the same delivery.</summary>
public sealed class CodeClashException : Exception
{
    /// <summary>Which code, and who has it.</summary>
    /// <param name="tableName">The table.</param>
    /// <param name="code">The code.</param>
    /// <param name="source">The data set that is delivered.</param>
    /// <param name="otherSource">The data set that has the code; the same one where the delivery brings it twice.</param>
    public CodeClashException(string tableName, string code, string source, string otherSource)
        : base(
            source == otherSource
                ? $"The delivery of '{source}' brings the code {code} of {tableName} twice."
                : $"The delivery of '{source}' brings the code {code} of {tableName}, which '{otherSource}' has already."
        )
    {
        TableName = tableName;
        Code = code;
        DeliveredSource = source;
        OtherSource = otherSource;
    }

    /// <summary>The table.</summary>
    public string TableName { get; }

    /// <summary>The code.</summary>
    public string Code { get; }

    /// <summary>The data set that is delivered.</summary>
    public string DeliveredSource { get; }

    /// <summary>The data set that has the code.</summary>
    public string OtherSource { get; }
}
