using System.Globalization;
using System.Text;

namespace Neighbor.Gis.Layers.Formats;

/// <summary>The way from the root of a JSON text to the value being read; spelled out only when something is wrong.</summary>
internal sealed class GeoJsonPath
{
    private readonly List<(string? Member, long Index)> _steps = [];

    /// <summary>Goes down to a member.</summary>
    public void Enter(string member) => _steps.Add((member, 0));

    /// <summary>Goes down to the elements of an array, the first being index 0.</summary>
    public void EnterArray() => _steps.Add((null, 0));

    /// <summary>Goes on to the element at <paramref name="index"/> of the array entered last.</summary>
    public void MoveTo(long index) => _steps[^1] = (null, index);

    /// <summary>Goes up.</summary>
    public void Leave() => _steps.RemoveAt(_steps.Count - 1);

    /// <summary>Goes back to the root.</summary>
    public void Clear() => _steps.Clear();

    /// <inheritdoc />
    public override string ToString()
    {
        StringBuilder text = new("$");
        foreach ((string? member, long index) in _steps)
        {
            if (member is null)
            {
                text.Append(CultureInfo.InvariantCulture, $"[{index}]");
            }
            else
            {
                text.Append('.').Append(member);
            }
        }

        return text.ToString();
    }
}
