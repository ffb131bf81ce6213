using Optimizer.Domain.Experiments;
using Optimizer.Domain.Hypotheses;
using Optimizer.Domain.Kpis;
using Optimizer.Workflows.Ports;

namespace Optimizer.Connectors.Faults;

/// <summary>Answers that no working source gives. A draw in (0, 1) says which kind.</summary>
internal static class Nonsense
{
    public static IReadOnlyList<KpiPoint> Points(IReadOnlyList<KpiPoint> points, double draw) => draw switch
    {
        < 0.2 => [],
        < 0.4 => [.. points.Select((point, i) => i == points.Count / 2 ? point with { Value = double.NaN } : point)],
        < 0.6 => [.. points.Select((point, i) => i == points.Count / 2 ? point with { Value = -1 } : point)],
        < 0.8 => [.. points, .. points.TakeLast(1)],
        _ => [.. points.Reverse()],
    };

    public static IReadOnlyDictionary<string, long> Counts(IReadOnlyDictionary<string, long> counts, double draw) =>
        draw < 0.5 ? new Dictionary<string, long>() : counts.ToDictionary(count => count.Key, _ => -1L);

    public static Exposures Exposures(Exposures told, double draw) => draw switch
    {
        < 0.25 => told with { Fault = "the source says of itself that it is not whole" },
        _ when told.Days.Count == 0 => told with { Variants = [] },
        < 0.5 => Last(told, group => group with { Sum = group.Units + 1, Active = group.Units + 1 }),
        < 0.75 => Last(told, group => group with { Units = -group.Units - 1 }),
        _ => Last(told, group => group with { Sum = double.NaN }),
    };

    public static StrategistAnswer Answer(StrategistAnswer answer, double draw) => draw switch
    {
        < 0.25 => answer with { Hypotheses = [] },
        < 0.5 => answer with { Hypotheses = [.. answer.Hypotheses.Take(2)] },
        < 0.75 => answer with { Hypotheses = [.. answer.Hypotheses.Select(Unknown)] },
        _ => answer with { Hypotheses = [.. answer.Hypotheses.Select(hypothesis => hypothesis with { ExpectedImpact = double.NaN, Rank = 1 })] },
    };

    private static Hypothesis Unknown(Hypothesis hypothesis) => hypothesis with { Variable = "no_such_variable", Setting = new("no_such_variable", "{") };

    private static Exposures Last(Exposures told, Func<GroupCount, GroupCount> spoil)
    {
        var last = told.Days[^1];
        return told with { Days = [.. told.Days.SkipLast(1), last with { Groups = [.. last.Groups.Select(spoil)] }] };
    }
}
