using System.CommandLine;
using System.Diagnostics;
using Optimizer.Connectors.Files;
using Optimizer.Connectors.Ledger;
using Optimizer.Embedded.Ledger;
using Optimizer.Standalone.Engine;
using Optimizer.Standalone.Ledger;

namespace Optimizer.Standalone.Commands;

/// <summary><c>ledger import</c>: files of events, each event once, however often they are imported.</summary>
internal static class LedgerImportCommand
{
    // Long enough for a server that waits for its turn to come in between.
    private static readonly TimeSpan Courtesy = TimeSpan.FromMilliseconds(5);

    public static Command Build(LedgerSource source)
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = "JSONL or CSV, plain or gzip, with the fields id, ts, exp_id, variant, event, value, session_id, path.",
            Arity = ArgumentArity.OneOrMore,
        };
        var open = new Option<bool>("--open") { Description = "Makes experiments known that the ledger does not know, from what the files say of them." };
        var command = new Command("import", "Takes events from files: each once by its id, also when it is stopped and begun again. What cannot be counted is set aside with its reason.")
        {
            files, open,
        };
        command.SetAction((parsed, cancellationToken) => source.TryAsync(async () =>
        {
            var paths = parsed.GetRequiredValue(files);
            foreach (var path in paths)
            {
                // Looked at before anything is written.
                EventFile.Open(path).Dispose();
            }

            var report = await RunAsync(source, source.FileOf(parsed), paths, parsed.GetValue(open), cancellationToken);
            if (source.WantsJson(parsed))
            {
                source.Terminal.WriteJson(ImportJson.Of(report));
            }
            else
            {
                ImportPage.Write(source.Terminal.Console(), report);
            }

            return report.Fault is null ? ExitCode.Ok : source.Terminal.Refuse(Plain.Text(report.Fault), ExitCode.BadInput);
        }, cancellationToken));
        return command;
    }

    private static async Task<ImportReport> RunAsync(LedgerSource source, string file, string[] paths, bool open, CancellationToken cancellationToken)
    {
        using var ledger = SqliteLedger.Open(file, new() { Courtesy = Courtesy, Gathers = true });
        var import = new EventImport(ledger, source.Terminal.Clock);
        var (count, started) = (new ImportCount(), Stopwatch.GetTimestamp());
        IReadOnlyList<string> opened = [];
        string? fault = null;
        try
        {
            opened = open ? await import.OpenAsync(paths, cancellationToken) : [];
            foreach (var path in paths)
            {
                await import.ReadAsync(path, count, _ => { }, cancellationToken);
            }
        }
        catch (FileFaultException broken)
        {
            fault = broken.Message;
        }

        return new(file, count, Stopwatch.GetElapsedTime(started), opened, fault);
    }
}
