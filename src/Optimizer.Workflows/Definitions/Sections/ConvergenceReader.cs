using Optimizer.Domain.Plays;
using Optimizer.Workflows.Definitions.Reading;

namespace Optimizer.Workflows.Definitions.Sections;

/// <summary>Reads when a play counts as optimised.</summary>
internal static class ConvergenceReader
{
    private const int MostInARow = 1000;
    private const double Percent = 100;

    public static ConvergencePlan Read(Place place, Cycle? cycle)
    {
        var usual = new ConvergencePlan();
        if (place.Fields("maxLiftPercent", "consecutive", "scope", "monitorEvery", "maintenanceExperimentsPerMonth", "reenterOnDeviation") is not { } fields)
        {
            return usual;
        }

        var deviation = fields.May("reenterOnDeviation").Fields("value", "unit");
        var size = deviation?.Need("value", "how far, such as 15").Number(double.Epsilon, form: "a number above 0, such as 15 for 15 %") / Percent;
        var isPoints = deviation?.May("unit").OneOf("percent", "pp") == "pp";
        return new()
        {
            MaxLiftPercent = fields.Need("maxLiftPercent", "the gain below which an experiment counts, such as 2").Number(0, form: "a number of at least 0, such as 2 for 2 %")
                ?? usual.MaxLiftPercent,
            Consecutive = fields.Need("consecutive", "experiments in a row, such as 3").Whole(1, MostInARow) ?? usual.Consecutive,
            Scope = fields.May("scope").Text(),
            MonitorEvery = fields.May("monitorEvery").Span(cycle) ?? usual.MonitorEvery,
            MaintenanceExperimentsPerMonth = fields.May("maintenanceExperimentsPerMonth").Whole(0, MostInARow),
            ReenterOnDeviation = isPoints ? null : size,
            ReenterOnPoints = isPoints ? size : null,
        };
    }
}
