using System.Globalization;
using Optimizer.Domain.Attribution;
using Optimizer.Standalone.Commands;
using Optimizer.Standalone.Engine;
using Spectre.Console;

namespace Optimizer.Standalone.Ledger;

/// <summary>What the ledger says, as a person reads it in a terminal.</summary>
internal static class LedgerPage
{
    public static void Write(IAnsiConsole console, IReadOnlyList<LedgerExperiment> known, IReadOnlyDictionary<string, long> apart)
    {
        var table = new FittedTable([("experiment", Justify.Left), ("since", Justify.Left), ("until", Justify.Left), ("variants", Justify.Left)], 20);
        foreach (var each in known)
        {
            table.Add([Plain.Markup(each.Id), Times.At(each.Since), each.Until is { } until ? Times.At(until) : "open", Plain.Markup(string.Join(", ", each.Variants))]);
        }

        if (known.Count > 0)
        {
            table.Write(console);
        }

        console.MarkupLine($"[dim]{known.Count:#,0} experiments; {apart.Values.Sum():#,0} rows set aside{string.Concat(apart.Select(code => $", {code.Value:#,0} {Plain.Markup(code.Key)}"))}[/]");
    }

    public static void Write(IAnsiConsole console, LedgerExperiment experiment, IReadOnlyList<VariantSums> variants)
    {
        console.MarkupLine($"[bold]{Plain.Markup(experiment.Id)}[/] since {Times.At(experiment.Since)}{(experiment.Until is { } until ? $", closed {Times.At(until)}" : "")}");
        var table = new FittedTable(
            [("variant", Justify.Left), ("units", Justify.Right), ("event", Justify.Left), ("events", Justify.Right), ("by units", Justify.Right), ("share", Justify.Right), ("sum", Justify.Right), ("per unit", Justify.Right)], 8);
        foreach (var variant in variants)
        {
            var rows = variant.Events.Count > 0 ? variant.Events : new Dictionary<string, EventTotal> { [""] = default };
            foreach (var (at, (name, total)) in rows.Index())
            {
                table.Add([
                    at == 0 ? Plain.Markup(variant.Variant) : "", at == 0 ? $"{variant.Units:#,0}" : "", Plain.Markup(name), $"{total.Count:#,0}", $"{total.Units:#,0}",
                    variant.Units > 0 ? string.Create(CultureInfo.InvariantCulture, $"{100.0 * total.Units / variant.Units:0.00} %") : "",
                    Amount(total.Sum), variant.Units > 0 && total.Sum != 0 ? Amount(decimal.Round(total.Sum / variant.Units, 4)) : "",
                ]);
            }
        }

        table.Write(console);
    }

    public static void Write(IAnsiConsole console, IReadOnlyList<LedgerSum> sums)
    {
        if (sums.Count == 0)
        {
            console.MarkupLine("no event is that");
            return;
        }

        var table = new FittedTable([("variant", Justify.Left), ("event", Justify.Left), ("rows", Justify.Right), ("units", Justify.Right), ("sum", Justify.Right)], 10);
        foreach (var sum in sums)
        {
            table.Add([Plain.Markup(sum.Variant), Plain.Markup(sum.Event), $"{sum.Rows:#,0}", $"{sum.Units:#,0}", Amount(sum.Sum)]);
        }

        table.Write(console);
    }

    private static string Amount(decimal sum) => sum == 0 ? "" : sum.ToString("#,0.######", CultureInfo.InvariantCulture);
}
