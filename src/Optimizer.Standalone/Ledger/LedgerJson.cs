using System.Text.Json.Nodes;
using Optimizer.Domain.Attribution;
using Optimizer.Embedded.Ledger;
using Optimizer.Standalone.Commands;

namespace Optimizer.Standalone.Ledger;

/// <summary>What the ledger says, for machines. Sums are decimal numbers, exact.</summary>
internal static class LedgerJson
{
    public static JsonObject Of(string file, IReadOnlyList<LedgerExperiment> known, IReadOnlyDictionary<string, long> apart)
    {
        var quarantine = new JsonObject();
        foreach (var (code, rows) in apart)
        {
            quarantine[code] = rows;
        }

        return new() { ["file"] = file, ["experiments"] = new JsonArray([.. known.Select(each => (JsonNode)Of(each))]), ["quarantine"] = quarantine };
    }

    public static JsonObject Of(LedgerExperiment experiment, IReadOnlyList<VariantSums> variants)
    {
        var json = Of(experiment);
        json["totals"] = new JsonArray([.. variants.Select(variant =>
        {
            var events = new JsonObject();
            foreach (var (name, total) in variant.Events)
            {
                events[name] = new JsonObject
                {
                    ["rows"] = total.Count, ["units"] = total.Units, ["sum"] = total.Sum, ["sumOfSquares"] = JsonValues.Number(total.SumOfSquares), ["paying"] = total.Paying,
                };
            }

            return (JsonNode)new JsonObject { ["variant"] = variant.Variant, ["units"] = variant.Units, ["events"] = events };
        })]);
        return json;
    }

    public static JsonObject Of(LedgerQuery query, IReadOnlyList<LedgerSum> sums) => new()
    {
        ["experiment"] = query.Experiment,
        ["variant"] = query.Variant,
        ["event"] = query.Event,
        ["since"] = query.Since,
        ["until"] = query.Until,
        ["sums"] = new JsonArray([.. sums.Select(sum => (JsonNode)new JsonObject
        {
            ["variant"] = sum.Variant, ["event"] = sum.Event, ["rows"] = sum.Rows, ["units"] = sum.Units, ["sum"] = sum.Sum,
        })]),
    };

    public static JsonObject Of(string file, IReadOnlyList<LedgerFault> faults) => new()
    {
        ["file"] = file,
        ["sound"] = faults.Count == 0,
        ["faults"] = new JsonArray([.. faults.Select(fault => (JsonNode)new JsonObject { ["where"] = fault.Where, ["problem"] = fault.Problem })]),
    };

    private static JsonObject Of(LedgerExperiment experiment) => new()
    {
        ["experiment"] = experiment.Id,
        ["variants"] = new JsonArray([.. experiment.Variants.Select(name => (JsonNode)name)]),
        ["weights"] = JsonValues.Numbers(ExperimentCheck.Weights(experiment)),
        ["timeZone"] = experiment.TimeZone,
        ["since"] = experiment.Since,
        ["until"] = experiment.Until,
    };
}
