using System.CommandLine;
using Optimizer.Embedded.Ledger;
using Optimizer.Standalone.Engine;

namespace Optimizer.Standalone.Commands;

/// <summary>Where the commands of the ledger look, and how they answer.</summary>
/// <param name="Terminal">Where to.</param>
/// <param name="Json">Whether a document is asked for.</param>
/// <param name="Data">The data directory.</param>
internal sealed record LedgerSource(Terminal Terminal, Option<bool> Json, Option<DirectoryInfo> Data)
{
    public bool WantsJson(ParseResult parsed) => parsed.GetValue(Json);

    public string FileOf(ParseResult parsed) => Path.Combine(parsed.GetRequiredValue(Data).FullName, LedgerOptions.FileName);

    /// <summary>Opens the ledger for reading and asks it.</summary>
    public void Ask(Command command, Func<ParseResult, SqliteLedger, CancellationToken, Task<int>> ask) =>
        command.SetAction((parsed, cancellationToken) => TryAsync(async () =>
        {
            using var ledger = SqliteLedger.OpenToRead(FileOf(parsed), new());
            return await ask(parsed, ledger, cancellationToken);
        }, cancellationToken));

    /// <summary>Runs something that the ledger's file may refuse.</summary>
    public Task<int> TryAsync(Func<Task<int>> ask, CancellationToken cancellationToken) =>
        new FileQuestion(Terminal, "run 'optimizer ledger import' or 'serve' first", "stopped; what was counted stays, and the same import again goes on").TryAsync(ask, cancellationToken);

    /// <summary>The refusal of an experiment that is not known.</summary>
    public async Task<int> UnknownAsync(SqliteLedger ledger, string id, CancellationToken cancellationToken)
    {
        var known = await ledger.ExperimentsAsync(cancellationToken);
        return Terminal.Refuse(
            Plain.Text(known.Count == 0
                ? $"the ledger knows no experiment '{id}', and no other yet"
                : $"the ledger knows no experiment '{id}'; it knows {string.Join(", ", known.Take(10).Select(each => each.Id))}{(known.Count > 10 ? $" and {known.Count - 10:#,0} more" : "")}"),
            ExitCode.NotFound);
    }
}
