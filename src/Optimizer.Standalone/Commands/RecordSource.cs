using System.CommandLine;
using Optimizer.Embedded.Records;
using Optimizer.Standalone.Engine;

namespace Optimizer.Standalone.Commands;

/// <summary>Where the commands of evidence look, and how they answer. They read while the plays run.</summary>
/// <param name="Terminal">Where to.</param>
/// <param name="Json">Whether a document is asked for.</param>
/// <param name="Data">The data directory.</param>
internal sealed record RecordSource(Terminal Terminal, Option<bool> Json, Option<DirectoryInfo> Data)
{
    public bool WantsJson(ParseResult parsed) => parsed.GetValue(Json);

    public string FileOf(ParseResult parsed) => Path.Combine(parsed.GetRequiredValue(Data).FullName, RecordOptions.FileName);

    /// <summary>Opens the records, asks them, and turns a question without an answer into a line and an exit code.</summary>
    /// <param name="command">What asks.</param>
    /// <param name="ask">Gives the exit code.</param>
    /// <param name="writes">Whether pages are made; all else only reads.</param>
    public void Ask(Command command, Func<ParseResult, RecordStore, CancellationToken, Task<int>> ask, bool writes = false) =>
        command.SetAction((parsed, cancellationToken) => TryAsync(async () =>
        {
            var file = FileOf(parsed);
            using var store = writes && File.Exists(file) ? RecordStore.Open(file, new()) : RecordStore.OpenToRead(file, new());
            return await ask(parsed, store, cancellationToken);
        }, cancellationToken));

    /// <summary>Runs a question that may have no answer.</summary>
    public Task<int> TryAsync(Func<Task<int>> ask, CancellationToken cancellationToken) =>
        new FileQuestion(Terminal, "run 'optimizer demo', 'backtest' or 'serve' first", "stopped before the answer came").TryAsync(ask, cancellationToken);

    /// <summary>The refusal of an id that is not there, with those that come nearest.</summary>
    public int Unknown(string id, IReadOnlyList<string> nearest) => Terminal.Refuse(
        Plain.Text(nearest.Count == 0
            ? $"there is no '{id}': the audit trail has no ids yet"
            : $"there is no '{id}'; nearest are {string.Join(", ", nearest)}"),
        ExitCode.NotFound);
}
