namespace Neighbor.Gis.Server.Questions;

/// <summary>Allows the name of a pace of the book that the service started with.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class PaceNameAttribute : Attribute;
