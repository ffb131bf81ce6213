using Optimizer.Domain;
using Optimizer.Domain.Policies;

namespace Optimizer.Standalone.Backtests;

/// <summary>What a replay cannot know, said plainly, with what was assumed instead.</summary>
internal static class BacktestLimits
{
    public static IReadOnlyList<string> Of(BacktestReport report)
    {
        var limits = new List<string> { "The history is what happened without this loop. Had it changed anything, later days would differ: anomalies after a change it would have made are not its effect." };
        if (report.Options.Experiments.Count == 0)
        {
            limits.Add("What a variant would have done is in no KPI file: no gain or loss is claimed, and caps and cooldowns, which count started experiments, never came to bear.");
        }
        else
        {
            limits.Add("The recorded experiments were other people's changes: the k-th start lives through the k-th recording, whatever its hypothesis says. This replays how it decides, not what its own hypotheses would have gained.");
            limits.Add("The recorded traffic keeps the shares it was recorded at: throttling to 10 % and holdbacks are decided and recorded, and spare nobody here. Days are known when they are over, so a safety stop comes at the next midnight, not within 15 minutes.");
        }

        if (report.Trail.Asked.Count > 0)
        {
            limits.Add($"What people would have answered: yes after {AssumedAnswers.Hours} hours is assumed, {Words.Count(report.Trail.Asked.Count)} {(report.Trail.Asked.Count == 1 ? "time" : "times")}.");
        }

        if (report.Plan.Level >= Autonomy.Semi)
        {
            limits.Add($"Live, a new play begins in shadow and earns its autonomy; here it has {BacktestPlan.Name(report.Plan.Level)} from the first day.");
        }

        return limits;
    }
}
