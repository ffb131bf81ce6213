using Optimizer.Domain.Audit;
using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Decisions;
using Optimizer.Domain.Experiments;
using Optimizer.Domain.Hypotheses;
using Optimizer.Domain.Kpis;
using Optimizer.Domain.Policies;
using Optimizer.Domain.Reports;
using Optimizer.Tests.Loops.Kit;

namespace Optimizer.Tests.Loops.Laws;

/// <summary>Every law breaks on facts that break it, and on nothing of them else: a law that cannot fail holds nothing.</summary>
public class LawTests
{
    private static readonly DateTimeOffset Start = LoopKit.Monday;

    public static TheoryData<string> Laws => [.. Breaking.Keys];

    private static Dictionary<string, LoopFacts> Breaking { get; } = new()
    {
        ["NeverTwoOnAPlay"] = Registered(Past("p-1", 0, 5), Past("p-2", 3, 8) with { Site = "other" }),
        ["NeverTwoOnAPage"] = Registered(Past("p-1", 0, 5) with { Page = "/pri*" }, Past("q-1", 3, 8) with { Play = "q", Page = "/pricing" }),
        ["SiteIsNeverFull"] = Registered([.. Enumerable.Range(0, 4).Select(play => Past($"{play}-1", play, 9) with { Play = $"{play}" })]),
        ["StartsOfASitePerDay"] = Registered([.. Enumerable.Range(0, 4).Select(play => Past($"{play}-1", 0.1 * play, 0.1 * play + 0.05) with { Play = $"{play}" })]),
        ["StartsOfAPlayPerWindow"] = Registered([.. Enumerable.Range(1, 5).Select(number => Past($"p-{number}", 5 * number, 5 * number + 1))]),
        ["RestAfterARevert"] = Registered(Past("p-1", 0, 2) with { End = DecisionKind.Revert }, Past("p-2", 8.9, 10)),
        ["EveryChangeWasIntended"] = new() { Changes = [new(Start, "p-1/flag-0", "p", "put", "p-1", "off")] },
        ["EveryStartHadLeave"] = Told(new EffectIntended("p-1/flag-0", "flag", "", "on")),
        ["EveryAdoptionHadLeave"] = Told(Adopted("a", "b")),
        ["TopRankFirst"] = Told(new HypothesesProposed("a", "rules", "", "", 56, [], [Claim("h1", 1), Claim("h2", 2)]), Started(Claim("h2", 2))),
        ["SettingsFollowTheAdoptions"] = new() { Settings = [new("p", "cta", "a", "b")] },
        ["FlagsOfLiveExperimentsOnly"] = new() { Flags = ["p-1"] },
        ["EveryStartEndsOrRuns"] = Told(Started(Claim("h1", 1))),
        ["EndsFollowDecisions"] = Told(Ended(DecisionKind.AdoptProven)),
        ["NoDecisionBeforeItsTime"] = Told(Started(Claim("h1", 1)), new DecisionMade(Record(DecisionKind.Iterate))),
        ["EveryEffectHasItsAnswer"] = Told(Started(Claim("h1", 1)), new EffectIntended("p-1/flag-0", "flag", "", "on")),
        ["EverythingComesOutTheSame"] = new() { Different = ["decision p-1.7: other"] },
        ["ChainHolds"] = new() { ChainFaults = ["record 7: was changed"] },
        ["NoInstanceIsBroken"] = new() { Broken = ["play-p is Parked"] },
        ["StateIsBounded"] = new() { Sizes = [("play-p", 1_000_001, 3)] },
        ["AcceptedIsStarted"] = Told(new HypothesisAccepted("h1", "loop", "allowed")),
        ["DiagnosesHaveTheirAnomaly"] = Told("p/goal/2026-01-05", new HypothesesProposed("a", "rules", "", "", 56, [], [])),
    };

    [Theory]
    [MemberData(nameof(Laws))]
    public void Law_OnFactsThatBreakIt_SaysSo(string law)
    {
        Assert.NotEmpty(AllLaws.InOrder.Single(each => each.Name == law).Broken(Breaking[law]));
    }

    [Fact]
    public void Brief_ThatCountsWrongly_IsSaid()
    {
        var facts = Told(new PlayStopped("ana", "over"));
        var play = LoopKit.Document(PlayText.Of("p")).Play;
        var brief = PlayWeek.Of(play, ReportWeek.Before(Start.AddDays(7), TimeZoneInfo.Utc), facts.Trail, []);

        Assert.Empty(ReportLaws.Faults(brief, [new PlayStopped("ana", "over")]));
        Assert.NotEmpty(ReportLaws.Faults(brief, [Adopted("a", "b")]));
        Assert.NotEmpty(ReportLaws.Faults(brief with { Counts = brief.Counts with { Anomalies = 1 } }, []));
    }

    [Fact]
    public void Laws_All_AreShownToBreak() => Assert.Equal(
        AllLaws.InOrder.Select(law => law.Name).Where(law => law != nameof(ReportLaws.BriefsEqualTheTrail)).Order(), Breaking.Keys.Order());

    [Fact]
    public void Laws_OnNothing_Hold() => Assert.Empty(AllLaws.Broken(new()));

    private static LoopFacts Registered(params PastExperiment[] experiments) => new()
    {
        Policies = experiments.Select(one => one.Play).Distinct().ToDictionary(play => play, _ => new EffectivePolicy()),
        Register = experiments,
    };

    private static LoopFacts Told(params AuditEvent[] events) => Told("cause", events);

    private static LoopFacts Told(string cause, params AuditEvent[] events) => new()
    {
        Trail = [.. events.Select((happened, index) => new AuditRecord(index + 1, $"k{index}", "", "", "", new()
        {
            Actor = "loop", At = Start.AddDays(index), Cause = cause, Event = happened, Experiment = "p-1", Play = "p",
        }))],
    };

    private static PastExperiment Past(string id, double from, double until) => new()
    {
        End = DecisionKind.Iterate,
        EndedAt = Start.AddDays(until),
        Fingerprint = id,
        Id = id,
        Play = "p",
        Site = "s",
        StartedAt = Start.AddDays(from),
        Variable = "cta",
    };

    private static Hypothesis Claim(string id, int rank) => new()
    {
        Change = "shorter",
        Class = ChangeClass.Copy,
        ExpectedImpact = 0.1,
        Id = id,
        Rank = rank,
        Rationale = "",
        Risk = RiskLevel.Low,
        Setting = new("cta", "\"b\""),
        Variable = "cta",
    };

    private static ExperimentStarted Started(Hypothesis claim) => new(claim, Start, 14, "better", ["control", "variant"], [0.5, 0.5], null, []);

    private static ExperimentEnded Ended(DecisionKind end) => new(end, "", null, null, null, null, null, 0, null, null, []);

    private static ChangeAdopted Adopted(string before, string after) => new("goal", new("cta", before), new("cta", after), "shorter", true, 0.1, null, null);

    private static DecisionRecord Record(DecisionKind kind)
    {
        var evidence = new Exposures
        {
            Days = [new(DateOnly.FromDateTime(Start.UtcDateTime), [0.5, 0.5], [GroupCount.Conversions(500, 50), GroupCount.Conversions(500, 50)], new Dictionary<string, IReadOnlyList<GroupCount>>())],
            Direction = KpiDirection.HigherIsBetter,
            Experiment = "p-1",
            IsConversion = true,
            Variants = ["control", "variant"],
        };
        var judged = EvidenceRule.Judge(evidence, new(), 0.05).Decision;
        return new()
        {
            At = Start.AddDays(1),
            Decision = judged with { Kind = kind },
            Evidence = evidence,
            Experiment = "p-1",
            Id = "p-1.1",
            MaxSecondaryDegradation = 0.05,
            Play = "p",
            Policy = "",
            Rules = new(),
        };
    }
}
