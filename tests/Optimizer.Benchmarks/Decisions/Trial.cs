using Optimizer.Domain.Decisions;
using Optimizer.Domain.Experiments;
using Optimizer.Statistics.Samples;

namespace Optimizer.Benchmarks.Decisions;

/// <summary>One simulated experiment, looked at every day by all policies at once.</summary>
internal static class Trial
{
    private static readonly ConversionLook Conversions = new();
    private static readonly string[] Names = ["control", "variant"];
    private static readonly double[] Half = [0.5, 0.5];

    public static void Play(World world, Random chance, IReadOnlyList<Policy> policies, int days, PolicyCounts counts)
    {
        var progress = policies.Any(policy => policy.ReadsProgress)
            ? new ExperimentProgress<Proportion>(Names, Conversions.At)
            : null;
        var looks = new Look[days];
        var start = World.Start(chance);
        var open = Enumerable.Range(0, policies.Count).ToList();
        var (control, variant) = (default(Proportion), default(Proportion));
        for (var day = 1; day <= days && open.Count > 0; day++)
        {
            var seen = world.Draw(chance, start + day - 1);
            (control, variant) = (control + seen.Control, variant + seen.Variant);
            progress = progress?.With(new ExperimentDay<Proportion>(Half, [seen.Control, seen.Variant]));
            looks[day - 1] = new(day, control, variant, progress);
            var soFar = new ArraySegment<Look>(looks, 0, day);
            var today = day;
            open.RemoveAll(policy =>
            {
                var kind = policies[policy].Decide(soFar);
                if (kind == DecisionKind.Extend && today < days)
                {
                    return false;
                }

                counts[policy].Note(kind, looks[today - 1], world.Lift);
                return true;
            });
            progress = open.Exists(policy => policies[policy].ReadsProgress) ? progress : null;
        }
    }
}
