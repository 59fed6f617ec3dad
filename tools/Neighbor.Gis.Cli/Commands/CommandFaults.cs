using System.CommandLine;
using System.CommandLine.Parsing;
using Neighbor.Gis.Cli.Words;

namespace Neighbor.Gis.Cli.Commands;

/// <summary>Says what is wrong with a command line, in the language of the person who typed it.</summary>
internal static class CommandFaults
{
    /// <summary>Refuses a command line that cannot be run.</summary>
    /// <exception cref="RefusedException">It cannot.</exception>
    public static void RefuseFaults(ParseResult parsed, Phrases phrases)
    {
        if (parsed.Errors.Count == 0 || parsed.Action is HelpText)
        {
            return;
        }

        Command command = parsed.CommandResult.Command;
        string fault;
        if (parsed.UnmatchedTokens is [string unknown, ..])
        {
            bool isOption = unknown.StartsWith('-');
            IEnumerable<Symbol> allowed = isOption ? HelpText.OptionsOf(command) : command.Subcommands;
            string names = string.Join(", ", allowed.Select(symbol => symbol.Name));
            fault = phrases.Say("error.unknown", unknown, names.Length > 0 ? names : "--help");
        }
        else if (command.Subcommands.Count > 0)
        {
            fault = phrases.Say("error.missingCommand", string.Join(", ", command.Subcommands.Select(c => c.Name)));
        }
        else if (parsed.CommandResult.Tokens.Count == 0 && command.Arguments is [Argument needed, ..])
        {
            fault = phrases.Say("error.missingArgument", needed.HelpName ?? needed.Name);
        }
        else if (OptionWithoutValue(parsed, command) is Option option)
        {
            fault = phrases.Say("error.missingOption", option.Name, option.HelpName ?? option.Name);
        }
        else
        {
            fault = phrases.Say("error.commandLine", parsed.Errors[0].Message);
        }

        throw new RefusedException($"{fault}\n{phrases.Say("error.hint", HelpText.PathOf(command))}");
    }

    private static Option? OptionWithoutValue(ParseResult parsed, Command command) =>
        HelpText
            .OptionsOf(command)
            .FirstOrDefault(option =>
                parsed.GetResult(option) is { Implicit: false, Tokens.Count: 0 } && option.ValueType != typeof(bool)
            );
}
