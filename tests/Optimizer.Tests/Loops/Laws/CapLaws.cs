using Optimizer.Domain.Decisions;
using Optimizer.Domain.Guardrails;
using Optimizer.Domain.Policies;

namespace Optimizer.Tests.Loops.Laws;

/// <summary>Caps and rests, counted from the register alone.</summary>
internal static class CapLaws
{
    public static IEnumerable<string> NeverTwoOnAPlay(LoopFacts facts) => facts.Register
        .Where(one => facts.Register.Any(other => other.Play == one.Play && other.Id != one.Id && IsActive(other, one.StartedAt)))
        .Select(one => $"{one.Id} started at {one.StartedAt:u} while another experiment of {one.Play} was active");

    public static IEnumerable<string> NeverTwoOnAPage(LoopFacts facts) => facts.Register
        .Where(one => one.Page is { } page && facts.Register.Count(other =>
            other.Id != one.Id && other.Site == one.Site && other.Page is { } its && PagePattern.Overlap(page, its) && IsActive(other, one.StartedAt)) >= Policy(facts, one).PageMaxActive)
        .Select(one => $"{one.Id} started at {one.StartedAt:u} on {one.Page}, which was full");

    public static IEnumerable<string> SiteIsNeverFull(LoopFacts facts) => facts.Register
        .Where(one => facts.Register.Count(other => other.Id != one.Id && other.Site == one.Site && IsActive(other, one.StartedAt)) >= Policy(facts, one).SiteMaxActive)
        .Select(one => $"{one.Id} started at {one.StartedAt:u} on {one.Site}, which was full");

    /// <summary>The day is the one of the time zone of the play that starts, as its policy says.</summary>
    public static IEnumerable<string> StartsOfASitePerDay(LoopFacts facts) => facts.Register
        .Where(one => facts.Register.Count(other => other.Site == one.Site && other.StartedAt <= one.StartedAt
            && Day(facts, one, other.StartedAt) == Day(facts, one, one.StartedAt)) > Policy(facts, one).SiteMaxStartsPerDay)
        .Select(one => $"{one.Id} started on {one.Site} at {one.StartedAt:u} beyond the cap of the day");

    public static IEnumerable<string> StartsOfAPlayPerWindow(LoopFacts facts) => facts.Register
        .Where(one => Policy(facts, one).StartsWindowDays is { } days && facts.Register.Count(other =>
            other.Play == one.Play && other.StartedAt <= one.StartedAt && other.StartedAt.AddDays(days) > one.StartedAt) > Policy(facts, one).PlayMaxStarts)
        .Select(one => $"{one.Id} started at {one.StartedAt:u} beyond the monthly cap");

    public static IEnumerable<string> RestAfterARevert(LoopFacts facts) => facts.Register
        .Where(one => facts.Register.Any(other => other.Play == one.Play && other.Variable == one.Variable && other.End == DecisionKind.Revert
            && other.EndedAt <= one.StartedAt && one.StartedAt < other.EndedAt.Value.AddDays(Policy(facts, one).CooldownDays)))
        .Select(one => $"{one.Id} started at {one.StartedAt:u} on {one.Variable}, which rested");

    private static bool IsActive(PastExperiment experiment, DateTimeOffset at) =>
        experiment.StartedAt <= at && !(experiment.EndedAt <= at);

    private static EffectivePolicy Policy(LoopFacts facts, PastExperiment experiment) => facts.Policies[experiment.Play];

    private static DateOnly Day(LoopFacts facts, PastExperiment experiment, DateTimeOffset at) => DateOnly.FromDateTime(
        TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(Policy(facts, experiment).TimeZone)).DateTime);
}
