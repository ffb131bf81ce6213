using static Optimizer.Domain.Words;

namespace Optimizer.Domain.Policies;

/// <summary>When a play may act more alone, and when less (C34, OPERATORS 4.8). Pure.</summary>
public static class Graduation
{
    private const int Week = 7;
    private const int SemiDays = 14;
    private const int QuietDays = 7;
    private const int RevertsThatDemote = 2;
    private const double Rate = 0.8;
    private const int FewestForecasts = 3;

    // Fewer forecasts miss too often by chance alone to take a level away: of ten with 90 % intervals, three or more miss 7 times in 100.
    private const int ForecastsThatDemote = 10;

    /// <summary>Where a new play begins: shadow, unless a manager let it begin higher; never above the ceiling.</summary>
    public static Autonomy Start(EffectivePolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var start = policy.SkipGraduation ? policy.AutonomyStart : Autonomy.Shadow;
        return start < policy.AutonomyCeiling ? start : policy.AutonomyCeiling;
    }

    /// <param name="level">Of the play now.</param>
    /// <param name="since">When it got that level.</param>
    /// <param name="card">Counts since then.</param>
    /// <param name="now">When it is judged.</param>
    /// <param name="policy">Of the play; its ceiling holds at once.</param>
    /// <exception cref="ArgumentOutOfRangeException">The level is unknown.</exception>
    public static GraduationRuling Judge(Autonomy level, DateTimeOffset since, Scorecard card, DateTimeOffset now, EffectivePolicy policy)
    {
        ArgumentNullException.ThrowIfNull(card);
        ArgumentNullException.ThrowIfNull(policy);
        if (level > policy.AutonomyCeiling)
        {
            return new(policy.AutonomyCeiling, false, [$"policy allows {Name(policy.AutonomyCeiling)} at most"]);
        }

        return level switch
        {
            Autonomy.Shadow => Step(level, Autonomy.Advisory, false, policy,
                [Days(since, now, Week), Seen(card), None(card.PolicySurprises, "policy surprises")]),
            Autonomy.Advisory => Step(level, Autonomy.Semi, true, policy,
                [Days(since, now, Week), None(card.GuardrailMisses, "guardrail misses")]),
            Autonomy.Semi => Step(level, Autonomy.Full, true, policy,
                [Days(since, now, SemiDays), Approvals(card), None(card.GuardrailMisses, "guardrail misses"), Forecasts(card)]),
            Autonomy.Full => Stay(since, card, now),
            _ => throw new ArgumentOutOfRangeException(nameof(level), level, "unknown level of autonomy"),
        };
    }

    private static GraduationRuling Step(Autonomy level, Autonomy next, bool signed, EffectivePolicy policy, IReadOnlyList<Gate> gates)
    {
        if (next > policy.AutonomyCeiling)
        {
            return new(level, false, [$"policy allows {Name(policy.AutonomyCeiling)} at most"]);
        }

        var missing = gates.Where(gate => !gate.Holds).Select(gate => $"still missing: {gate.Text}").ToList();
        return missing.Count == 0
            ? new(next, signed, [.. gates.Select(gate => gate.Text)])
            : new(level, false, [.. missing, .. gates.Where(gate => gate.Holds).Select(gate => gate.Text)]);
    }

    private static GraduationRuling Stay(DateTimeOffset since, Scorecard card, DateTimeOffset now)
    {
        // What was before the level began has been judged already; what lies ahead of the clock has not happened.
        var reverts = card.Reverts.Where(at => at >= since && at <= now).Order().ToList();
        var close = reverts.Zip(reverts.Skip(RevertsThatDemote - 1)).Any(pair => pair.Second - pair.First <= TimeSpan.FromDays(Week));
        Gate[] gates =
        [
            None(card.GuardrailMisses, "guardrail misses"),
            new(!close, $"{Count(reverts.Count)} reverts since full autonomy began, {(close ? "two" : "never two")} within {Week} days"),
            Forecasts(card, ForecastsThatDemote),
        ];
        var broken = gates.Where(gate => !gate.Holds).Select(gate => gate.Text).ToList();
        return broken.Count == 0
            ? new(Autonomy.Full, false, [.. gates.Select(gate => gate.Text)])
            : new(Autonomy.Semi, false, broken);
    }

    private static Gate Days(DateTimeOffset since, DateTimeOffset now, int least) => new(
        now - since >= TimeSpan.FromDays(least), $"{Count(Math.Floor((now - since).TotalDays))} of {least} days at this level");

    private static Gate Seen(Scorecard card) => new(
        card.Anomalies >= 1 || card.QuietDays >= QuietDays,
        $"{Count(card.Anomalies)} anomalies (1 is enough), {Count(card.QuietDays)} quiet days ({QuietDays} are enough)");

    private static Gate None(int count, string what) => new(count == 0, $"{Count(count)} {what} (none allowed)");

    private static Gate Approvals(Scorecard card)
    {
        var all = card.Approved + card.Rejected;
        return new(all == 0 || card.Approved >= Rate * all, $"{Count(card.Approved)} of {Count(all)} proposals approved ({Limit(Rate)} needed)");
    }

    private static Gate Forecasts(Scorecard card, int fewest = FewestForecasts) => new(
        card.Forecasts < fewest || card.ForecastsInside >= Rate * card.Forecasts,
        $"{Count(card.ForecastsInside)} of {Count(card.Forecasts)} forecasts inside their interval ({Limit(Rate)} needed from {fewest} on)");

    private static string Name(Autonomy level) => level.ToString().ToLowerInvariant();

    private readonly record struct Gate(bool Holds, string Text);
}
