using Neighbor.Gis.Server.Refusals;

namespace Neighbor.Gis.Server.Questions;

/// <summary>A rule on a field that can say to people what it allows.</summary>
public interface IAllowedText
{
    /// <summary>What the rule allows, in words.</summary>
    public string Allowed(Language language);
}
