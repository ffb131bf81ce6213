using Optimizer.Domain.Monitoring;
using Optimizer.Domain.Plays;
using static Optimizer.Domain.Words;

namespace Optimizer.Workflows.Plays.Activities;

/// <summary>What re-opens a play that has converged (S0-008): the deviation that its definition names, else a drop or a spike. Pure.</summary>
internal static class Reentry
{
    /// <param name="play">Its definition.</param>
    /// <param name="marks">What the tick saw, by KPI.</param>
    /// <returns>Why, in words; null when it stays converged.</returns>
    public static string? Of(Play play, IReadOnlyDictionary<string, KpiMark> marks) => play.Primary
        .Where(kpi => marks.ContainsKey(kpi.Key))
        .Select(kpi => Of(play.Convergence, kpi, marks[kpi.Key]))
        .FirstOrDefault(why => why is not null);

    private static string? Of(ConvergencePlan plan, PlayKpi kpi, KpiMark mark)
    {
        if (mark.Change is not { } change)
        {
            return null;
        }

        var moved = mark.Recent - (mark.Recent / (1 + change));
        return plan switch
        {
            { ReenterOnDeviation: { } share } => Math.Abs(change) >= share ? $"{kpi.Key} moved by {Change(change)}, at least {Limit(share)}" : null,
            { ReenterOnPoints: { } points } => moved is { } known && Math.Abs(known) >= points ? $"{kpi.Key} moved by {Percent(known)} points, at least {Limit(points)}" : null,
            _ when KpiBands.Directed(mark.Class, kpi.Direction) is var seen && seen is KpiClass.Drop or KpiClass.Spike =>
                $"{kpi.Key} shows a {seen.ToString().ToLowerInvariant()} of {Change(change)}",
            _ => null,
        };
    }
}
