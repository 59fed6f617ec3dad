using System.CommandLine;
using Neighbor.Gis.Cli.Screens;
using Neighbor.Gis.Cli.Words;

namespace Neighbor.Gis.Cli.Commands;

/// <summary>What every command works with.</summary>
internal sealed record CommandSetting(Surroundings Surroundings, Phrases Phrases, Screen Screen)
{
    /// <summary>The connection string, an option of every command.</summary>
    public Option<string?> Database { get; } =
        new("--database")
        {
            Description = Phrases["option.database"],
            HelpName = "connection string",
            Recursive = true,
        };

    /// <summary>An option that takes a text.</summary>
    public Option<string?> Text(string name, string phrase, string helpName, params object[] blanks) =>
        new(name) { Description = Phrases.Say(phrase, blanks), HelpName = helpName };

    /// <summary>An option that is there or not.</summary>
    public Option<bool> Flag(string name, string phrase) => new(name) { Description = Phrases[phrase] };

    /// <summary>A command.</summary>
    public Command Command(string name, string phrase, params IEnumerable<Symbol> symbols)
    {
        Command command = new(name, Phrases[phrase]);
        foreach (Symbol symbol in symbols)
        {
            switch (symbol)
            {
                case Option option:
                    command.Options.Add(option);
                    break;
                case Argument argument:
                    command.Arguments.Add(argument);
                    break;
                case Command below:
                    command.Subcommands.Add(below);
                    break;
            }
        }

        return command;
    }

    /// <summary>Who does it, for the change log.</summary>
    public string Actor => Surroundings.Variable("USER") is { Length: > 0 } user ? $"cli:{user}" : "cli";

    /// <summary>The text of an option that must be given.</summary>
    /// <exception cref="RefusedException">It is not.</exception>
    public string Needed(ParseResult parsed, Option<string?> option, string allowed) =>
        parsed.GetValue(option) is { Length: > 0 } text
            ? text
            : throw WrongValue(option.Name, parsed.GetValue(option), allowed);

    /// <summary>What to throw for a value that is none of those allowed.</summary>
    public RefusedException WrongValue(string name, string? found, string allowed) =>
        new(
            string.IsNullOrEmpty(found)
                ? Phrases.Say("error.missingOption", name, allowed)
                : Phrases.Say("error.value", name, found, allowed)
        );
}
