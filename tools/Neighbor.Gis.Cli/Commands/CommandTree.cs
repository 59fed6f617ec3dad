using System.CommandLine;
using System.CommandLine.Help;

namespace Neighbor.Gis.Cli.Commands;

/// <summary>Every command and option the program knows.</summary>
internal static class CommandTree
{
    /// <summary>Makes the tree.</summary>
    public static RootCommand Make(CommandSetting setting)
    {
        RootCommand root = new(setting.Phrases["program.summary"]);
        root.Options.Clear();
        root.Options.Add(
            new HelpOption { Description = setting.Phrases["option.help"], Action = new HelpText(setting.Phrases) }
        );
        root.Options.Add(new VersionOption { Description = setting.Phrases["option.version"] });
        Option<string?> language = setting.Text("--lang", "option.lang", "zh|en");
        language.Recursive = true;
        root.Options.Add(language);
        root.Options.Add(setting.Database);

        root.Subcommands.Add(
            setting.Command("import", "command.import", ImportOsm.Make(setting), ImportAreas.Make(setting))
        );
        root.Subcommands.Add(
            setting.Command("sample", "command.sample", WriteSample.Make(setting), LoadSample.Make(setting))
        );
        root.Subcommands.Add(setting.Command("gate", "command.gate", SetGate.Make(setting)));
        root.Subcommands.Add(
            setting.Command(
                "closure",
                "command.closure",
                AddClosure.Make(setting),
                ListClosures.Make(setting),
                EndClosure.Make(setting)
            )
        );
        root.Subcommands.Add(
            setting.Command("database", "command.database", MigrateDatabase.Make(setting), ShowDatabase.Make(setting))
        );
        return root;
    }
}
