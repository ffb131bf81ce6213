using System.CommandLine;
using Optimizer.Embedded.Inspection;

namespace Optimizer.Standalone.Commands;

/// <summary><c>engine</c>: looks at the engine's file, or at the engine that runs on it. Nothing here changes anything.</summary>
internal static class EngineCommand
{
    private const string FileName = "engine.db";

    public static Command Build(Terminal terminal, Option<bool> json, Option<DirectoryInfo> data)
    {
        var file = new Option<FileInfo?>("--file")
        {
            Description = $"Another file than {FileName} in the data directory, such as a backup.",
            Recursive = true,
            HelpName = "FILE",
        };
        var source = new EngineSource(terminal, json, parsed =>
            parsed.GetValue(file)?.FullName ?? Path.Combine(parsed.GetRequiredValue(data).FullName, FileName));
        return new("engine", "Looks at workflow instances: which there are, where each stands, what happened, what it waits for.")
        {
            file,
            EngineListCommand.Build(source),
            EngineShowCommand.Build(source),
            EngineHistoryCommand.Build(source),
            EngineHealthCommand.Build(source),
            EngineBackupCommand.Build(source),
            EngineCheckCommand.Build(source),
        };
    }

    /// <summary>Exit codes of questions without an answer.</summary>
    public static int CodeOf(ViewProblem problem) => problem switch
    {
        ViewProblem.BadQuestion => ExitCode.BadInput,
        ViewProblem.Absent => ExitCode.NotFound,
        ViewProblem.Conflict => ExitCode.Conflict,
        ViewProblem.Unreachable or ViewProblem.Failed => ExitCode.UpstreamFailure,
        _ => throw new ArgumentOutOfRangeException(nameof(problem), problem, "unknown problem"),
    };
}
