using Optimizer.Domain.Experiments;

namespace Optimizer.Domain.Attribution;

/// <summary>Whether an experiment can be kept in the ledger. Pure.</summary>
public static class ExperimentCheck
{
    /// <summary>Variants, the control included.</summary>
    public const int MostVariants = 100;

    /// <summary>What is wrong with it, in words; null when nothing is.</summary>
    public static string? Problem(LedgerExperiment experiment)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        return string.IsNullOrWhiteSpace(experiment.Id) || experiment.Id.Length > EventLimits.LongestName
            ? $"an experiment has an id of 1 to {EventLimits.LongestName} characters"
            : experiment.Variants.Count is < 2 or > MostVariants
            ? $"'{experiment.Id}' has {experiment.Variants.Count} variants; an experiment has 2 to {MostVariants}, the control first"
            : experiment.Variants.FirstOrDefault(name => string.IsNullOrWhiteSpace(name) || name.Length > EventLimits.LongestName) is { } bad
            ? $"'{experiment.Id}': '{bad}' is no name of a variant; it has 1 to {EventLimits.LongestName} characters"
            : experiment.Variants.Distinct(StringComparer.Ordinal).Count() != experiment.Variants.Count
            ? $"'{experiment.Id}' has two variants of one name"
            : !TimeZoneInfo.TryFindSystemTimeZoneById(experiment.TimeZone, out _)
            ? $"'{experiment.Id}': '{experiment.TimeZone}' is no time zone; use an IANA name such as Europe/Berlin"
            : experiment.Until < experiment.Since
            ? $"'{experiment.Id}' ends before it begins"
            : WeightProblem(experiment);
    }

    /// <summary>Shares in force: those given, else equal ones.</summary>
    public static IReadOnlyList<double> Weights(LedgerExperiment experiment)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        return experiment.Weights.Count > 0 ? experiment.Weights : Allocation.Equal(experiment.Variants.Count).Weights;
    }

    private static string? WeightProblem(LedgerExperiment experiment)
    {
        if (experiment.Weights.Count == 0)
        {
            return null;
        }

        try
        {
            return new Allocation(experiment.Weights).Weights.Count == experiment.Variants.Count
                ? null
                : $"'{experiment.Id}' has {experiment.Weights.Count} shares for {experiment.Variants.Count} variants";
        }
        catch (ArgumentException problem)
        {
            return $"'{experiment.Id}': {problem.Message}";
        }
    }
}
