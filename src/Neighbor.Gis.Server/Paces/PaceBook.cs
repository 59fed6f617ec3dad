using System.Text.RegularExpressions;
using Neighbor.Gis.Server.Catalogues;
using Neighbor.Gis.Server.Settings;
using Neighbor.Gis.Walking.Paces;

namespace Neighbor.Gis.Server.Paces;

/// <summary>步速表. The paces that questions can name: those the product brings along, as the settings change or add to them.</summary>
/// <remarks>
/// <para>Settings: <c>Walking:Paces:{name}:metresPerSecond</c> and the others of <see cref="PaceSettings"/>; <c>zh</c> and
/// <c>en</c> for people. What a setting does not say is as in the pace of that name, or as in a new pace.</para>
/// </remarks>
public sealed class PaceBook
{
    private const string SectionName = "Walking:Paces";

    private static readonly Regex NameForm = new("^[a-z][a-zA-Z0-9]{0,30}$", RegexOptions.CultureInvariant);

    private readonly Dictionary<string, Pace> _paces = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CatalogueWord> _words = new(StringComparer.Ordinal);

    private PaceBook() { }

    /// <summary>The paces, those the product brings along first.</summary>
    public IReadOnlyList<Pace> All { get; private init; } = [];

    /// <summary>Their names.</summary>
    public IReadOnlyList<string> Names => [.. All.Select(pace => pace.Name)];

    /// <summary>Reads the settings.</summary>
    /// <exception cref="WrongSettingException">One is wrong; the exception names its key.</exception>
    public static PaceBook Read(IConfiguration configuration)
    {
        List<Pace> paces = [.. Pace.All];
        List<CatalogueWord> words = [.. CatalogueWord.Of("paces", Pace.All.Select(pace => pace.Name))];
        foreach (IConfigurationSection section in configuration.GetSection(SectionName).GetChildren())
        {
            if (!NameForm.IsMatch(section.Key))
            {
                throw new WrongSettingException(
                    section.Path,
                    section.Key,
                    "a name of letters and digits that begins with a small letter"
                );
            }

            int place = paces.FindIndex(pace => pace.Name == section.Key);
            var reader = new SettingReader(section);
            Pace pace = PaceSettings.Read(section.Key, place < 0 ? null : paces[place], section, reader);
            CatalogueWord word = new(
                section.Key,
                reader.FindText("zh") ?? (place < 0 ? section.Key : words[place].Zh),
                reader.FindText("en") ?? (place < 0 ? section.Key : words[place].En)
            );
            reader.RefuseOthers();
            if (place < 0)
            {
                paces.Add(pace);
                words.Add(word);
            }
            else
            {
                paces[place] = pace;
                words[place] = word;
            }
        }

        var book = new PaceBook { All = paces };
        for (int i = 0; i < paces.Count; i++)
        {
            book._paces.Add(paces[i].Name, paces[i]);
            book._words.Add(paces[i].Name, words[i]);
        }

        return book;
    }

    /// <summary>The pace a checked question names.</summary>
    /// <exception cref="ArgumentException">There is no such pace; the question was not checked.</exception>
    public Pace Get(string name) =>
        _paces.TryGetValue(name, out Pace? pace)
            ? pace
            : throw new ArgumentException($"There is no pace called {name}.", nameof(name));

    /// <summary>How people call a pace of this book.</summary>
    public CatalogueWord WordOf(Pace pace) => _words[pace.Name];
}
