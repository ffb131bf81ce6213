using System.CommandLine;
using System.Globalization;
using Optimizer.Domain.Audit;
using Optimizer.Embedded.Records;
using Optimizer.Standalone.Evidence;
using Optimizer.Workflows.Evidence;
using Optimizer.Workflows.Ports;

namespace Optimizer.Standalone.Commands;

/// <summary><c>audit export</c>: the trail, or a part of it, for other programs and for keeping elsewhere.</summary>
internal static class AuditExportCommand
{
    public static Command Build(RecordSource source)
    {
        var play = new Option<string?>("--play") { Description = "Only records of this play.", HelpName = "SLUG" };
        var kind = new Option<string[]>("--kind") { Description = $"Only records of this kind, such as decision.made; may be given again.", HelpName = "KIND" };
        var since = new Option<string?>("--since") { Description = "Only records from this moment on, such as 2026-03-01 or 2026-03-01T08:00Z.", HelpName = "TIME" };
        var until = new Option<string?>("--until") { Description = "Only records before this moment.", HelpName = "TIME" };
        var format = new Option<string>("--format") { Description = "jsonl (can be verified) or csv (for a spreadsheet).", DefaultValueFactory = _ => "jsonl" };
        format.AcceptOnlyFromAmong("jsonl", "csv");
        var command = new Command("export", "Writes the trail to standard output, a record a line; the last line of jsonl says where it ends.")
        {
            play, kind, since, until, format,
        };
        source.Ask(command, async (parsed, store, cancellationToken) =>
        {
            var kinds = parsed.GetValue(kind) is { Length: > 0 } asked ? asked : null;
            if (kinds?.Except(AuditKinds.All).FirstOrDefault() is { } unknown)
            {
                return source.Terminal.Refuse($"--kind: '{unknown}' is no kind; the kinds are {string.Join(", ", AuditKinds.All)}");
            }

            if (!TryTime(parsed.GetValue(since), out var from) || !TryTime(parsed.GetValue(until), out var to))
            {
                return source.Terminal.Refuse("--since and --until take a day or a moment, such as 2026-03-01 or 2026-03-01T08:00Z");
            }

            var query = new AuditQuery { Play = parsed.GetValue(play), Kinds = kinds, Since = from, Until = to };
            if (parsed.GetRequiredValue(format) == "csv")
            {
                await WriteCsvAsync(store, query, source.Terminal.Output, cancellationToken);
            }
            else
            {
                await WriteLinesAsync(store, query, source.Terminal.Output, cancellationToken);
            }

            return ExitCode.Ok;
        });
        return command;
    }

    private static async Task WriteLinesAsync(RecordStore store, AuditQuery query, TextWriter output, CancellationToken cancellationToken)
    {
        var (head, records) = (store.Head(), 0L);
        var isPart = query != new AuditQuery();
        await foreach (var link in LinksAsync(store, query, isPart, cancellationToken))
        {
            // What is appended meanwhile belongs to the next export.
            if (link.Sequence > head.Count)
            {
                break;
            }

            records++;
            output.Write(TrailLines.Write(link));
            output.Write('\n');
        }

        output.Write(TrailLines.Write(new TrailEnd(records, isPart, head)));
        output.Write('\n');
    }

    // The whole trail is exported as it stands, damaged or not; a part is found through what the records say.
    private static async IAsyncEnumerable<ChainLink> LinksAsync(
        RecordStore store, AuditQuery query, bool isPart,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!isPart)
        {
            foreach (var link in store.Chain())
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return link;
            }

            yield break;
        }

        await foreach (var record in store.Audit.ReadAsync(query, cancellationToken))
        {
            yield return new(record.Sequence, record.Key, record.Text, record.PreviousHash, record.Hash);
        }
    }

    private static async Task WriteCsvAsync(RecordStore store, AuditQuery query, TextWriter output, CancellationToken cancellationToken)
    {
        output.Write(AuditCsv.Titles);
        await foreach (var record in store.Audit.ReadAsync(query, cancellationToken))
        {
            output.Write(AuditCsv.Line(record));
        }
    }

    private static bool TryTime(string? text, out DateTimeOffset? time)
    {
        time = null;
        if (text is null)
        {
            return true;
        }

        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var read))
        {
            return false;
        }

        time = read;
        return true;
    }
}
