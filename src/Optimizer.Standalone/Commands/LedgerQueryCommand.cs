using System.CommandLine;
using System.Globalization;
using Optimizer.Domain.Attribution;
using Optimizer.Standalone.Ledger;

namespace Optimizer.Standalone.Commands;

/// <summary><c>ledger query</c>: exact sums over the events themselves (S3-047).</summary>
internal static class LedgerQueryCommand
{
    public static Command Build(LedgerSource source)
    {
        var experiment = new Option<string>("--experiment") { Description = "Its id.", HelpName = "ID", Required = true };
        var variant = new Option<string?>("--variant") { Description = "Only this variant.", HelpName = "NAME" };
        var happened = new Option<string?>("--event") { Description = "Only this event, such as purchase.", HelpName = "NAME" };
        var since = new Option<string?>("--since") { Description = "Only events from this moment on, such as 2026-03-01 or 2026-03-01T08:00Z.", HelpName = "TIME" };
        var until = new Option<string?>("--until") { Description = "Only events before this moment.", HelpName = "TIME" };
        var command = new Command("query", "Sums events: rows, units and the exact sum of values, per variant and event.") { experiment, variant, happened, since, until };
        source.Ask(command, async (parsed, ledger, cancellationToken) =>
        {
            if (!TryTime(parsed.GetValue(since), out var from) || !TryTime(parsed.GetValue(until), out var to))
            {
                return source.Terminal.Refuse("--since and --until take a day or a moment, such as 2026-03-01 or 2026-03-01T08:00Z");
            }

            var asked = parsed.GetRequiredValue(experiment);
            if (await ledger.FindAsync(asked, cancellationToken) is not { } known)
            {
                return await source.UnknownAsync(ledger, asked, cancellationToken);
            }

            if (parsed.GetValue(variant) is { } named && !known.Variants.Contains(named))
            {
                return source.Terminal.Refuse(
                    Engine.Plain.Text($"'{asked}' has no variant '{named}'; it has {string.Join(", ", known.Variants)}"), ExitCode.NotFound);
            }

            var query = new LedgerQuery(asked) { Variant = parsed.GetValue(variant), Event = parsed.GetValue(happened), Since = from, Until = to };
            var sums = await ledger.SumAsync(query, cancellationToken);
            if (source.WantsJson(parsed))
            {
                source.Terminal.WriteJson(LedgerJson.Of(query, sums));
            }
            else
            {
                LedgerPage.Write(source.Terminal.Console(), sums);
            }

            return ExitCode.Ok;
        });
        return command;
    }

    private static bool TryTime(string? text, out DateTimeOffset? time)
    {
        time = DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var read) ? read : null;
        return text is null || time is not null;
    }
}
