using System.CommandLine;
using System.CommandLine.Invocation;
using Neighbor.Gis.Cli.Words;
using Spectre.Console;

namespace Neighbor.Gis.Cli.Commands;

/// <summary>Shows how a command is used.</summary>
internal sealed class HelpText(Phrases phrases) : SynchronousCommandLineAction
{
    private const int Indent = 2;
    private const int Gap = 2;

    /// <summary>The command as it is typed, from the program's name on.</summary>
    public static string PathOf(Command command)
    {
        string path = command is RootCommand ? "neighbor" : command.Name;
        return command.Parents.OfType<Command>().FirstOrDefault() is Command parent ? $"{PathOf(parent)} {path}" : path;
    }

    /// <inheritdoc />
    public override int Invoke(ParseResult parseResult)
    {
        Command command = parseResult.CommandResult.Command;
        TextWriter writer = parseResult.InvocationConfiguration.Output;
        writer.WriteLine(command.Description);
        writer.WriteLine();
        string arguments = string.Concat(command.Arguments.Select(argument => $" {Shown(argument)}"));
        string below = command.Subcommands.Count > 0 ? $" <{phrases["help.commands"]}>" : "";
        writer.WriteLine($"{phrases["help.usage"]}: {PathOf(command)}{below}{arguments} [{phrases["help.options"]}]");

        Write(writer, "help.commands", command.Subcommands.Select(sub => (sub.Name, sub.Description)));
        Write(writer, "help.arguments", command.Arguments.Select(argument => (Shown(argument), argument.Description)));
        Write(writer, "help.options", OptionsOf(command).Select(option => (Shown(option), option.Description)));
        writer.WriteLine();
        writer.WriteLine(phrases["help.exit"]);
        return ExitCode.Done;
    }

    private static string Shown(Argument argument) => $"<{argument.HelpName ?? argument.Name}>";

    private static string Shown(Option option) =>
        string.Join(", ", option.Aliases.Where(alias => alias != "/?" && alias != "/h").Prepend(option.Name))
        + (option.HelpName is null ? "" : $" <{option.HelpName}>");

    /// <summary>The options a command takes, those of the commands above it included.</summary>
    public static IEnumerable<Option> OptionsOf(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault() is Command parent
            ? command.Options.Concat(OptionsOf(parent).Where(option => option.Recursive))
            : command.Options;

    private void Write(TextWriter writer, string heading, IEnumerable<(string Name, string? Text)> rows)
    {
        (string Name, string? Text)[] list = [.. rows];
        if (list.Length == 0)
        {
            return;
        }

        writer.WriteLine();
        writer.WriteLine($"{phrases[heading]}:");
        int width = list.Max(row => row.Name.GetCellWidth()) + Gap;
        foreach ((string name, string? text) in list)
        {
            string pad = new(' ', width - name.GetCellWidth());
            writer.WriteLine($"{new string(' ', Indent)}{name}{pad}{text}");
        }
    }
}
