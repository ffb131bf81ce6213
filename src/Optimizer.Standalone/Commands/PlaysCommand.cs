using System.CommandLine;

namespace Optimizer.Standalone.Commands;

/// <summary><c>plays</c>: definitions, checked and shown. Nothing here changes anything.</summary>
internal static class PlaysCommand
{
    public static Command Build(Terminal terminal, Option<bool> json, Option<DirectoryInfo> data)
    {
        var source = new PlaySource(terminal, json, data);
        return new("plays", "Checks play definitions, and shows the plays in force.")
        {
            PlaysValidateCommand.Build(terminal, json),
            PlaysListCommand.Build(source),
            PlaysShowCommand.Build(source),
        };
    }
}
