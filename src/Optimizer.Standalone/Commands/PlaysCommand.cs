using System.CommandLine;
using Optimizer.Standalone.Operations;

namespace Optimizer.Standalone.Commands;

/// <summary><c>plays</c>: definitions, checked and shown, and what a person may tell a running play.</summary>
internal static class PlaysCommand
{
    public static Command Build(Terminal terminal, Option<bool> json, Option<DirectoryInfo> data, ServerSource server)
    {
        var source = new PlaySource(terminal, json, data);
        return new("plays", "Checks play definitions, shows the plays in force, and pauses, resumes or stops them.")
        {
            PlaysValidateCommand.Build(terminal, json),
            PlaysListCommand.Build(source),
            PlaysShowCommand.Build(source),
            PlayOrderCommand.Build(server, PlayOrder.Pausing, "pause", "Lets a play go on watching and start nothing; a live experiment goes on.", asksWhy: true),
            PlayOrderCommand.Build(server, PlayOrder.Resume, "resume", "Lets a paused play, or one under review, go on.", asksWhy: true),
            PlayOrderCommand.Build(server, PlayOrder.Stop, "stop", "Ends a play for good; control is restored first where an experiment is live.", asksWhy: true),
        };
    }
}
