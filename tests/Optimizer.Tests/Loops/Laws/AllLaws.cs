namespace Optimizer.Tests.Loops.Laws;

/// <summary>Every law, by name.</summary>
internal static class AllLaws
{
    public static IReadOnlyList<(string Name, Func<LoopFacts, IEnumerable<string>> Broken)> InOrder { get; } =
    [
        (nameof(CapLaws.NeverTwoOnAPlay), CapLaws.NeverTwoOnAPlay),
        (nameof(CapLaws.NeverTwoOnAPage), CapLaws.NeverTwoOnAPage),
        (nameof(CapLaws.SiteIsNeverFull), CapLaws.SiteIsNeverFull),
        (nameof(CapLaws.StartsOfASitePerDay), CapLaws.StartsOfASitePerDay),
        (nameof(CapLaws.StartsOfAPlayPerWindow), CapLaws.StartsOfAPlayPerWindow),
        (nameof(CapLaws.RestAfterARevert), CapLaws.RestAfterARevert),
        (nameof(LeaveLaws.EveryChangeWasIntended), LeaveLaws.EveryChangeWasIntended),
        (nameof(LeaveLaws.EveryStartHadLeave), LeaveLaws.EveryStartHadLeave),
        (nameof(LeaveLaws.EveryAdoptionHadLeave), LeaveLaws.EveryAdoptionHadLeave),
        (nameof(LeaveLaws.TopRankFirst), LeaveLaws.TopRankFirst),
        (nameof(WorldLaws.SettingsFollowTheAdoptions), WorldLaws.SettingsFollowTheAdoptions),
        (nameof(WorldLaws.FlagsOfLiveExperimentsOnly), WorldLaws.FlagsOfLiveExperimentsOnly),
        (nameof(WorldLaws.EveryStartEndsOrRuns), WorldLaws.EveryStartEndsOrRuns),
        (nameof(WorldLaws.EndsFollowDecisions), WorldLaws.EndsFollowDecisions),
        (nameof(WorldLaws.NoDecisionBeforeItsTime), WorldLaws.NoDecisionBeforeItsTime),
        (nameof(TrailLaws.EveryEffectHasItsAnswer), TrailLaws.EveryEffectHasItsAnswer),
        (nameof(TrailLaws.EverythingComesOutTheSame), TrailLaws.EverythingComesOutTheSame),
        (nameof(TrailLaws.ChainHolds), TrailLaws.ChainHolds),
        (nameof(TrailLaws.NoInstanceIsBroken), TrailLaws.NoInstanceIsBroken),
        (nameof(TrailLaws.StateIsBounded), TrailLaws.StateIsBounded),
        (nameof(TrailLaws.AcceptedIsStarted), TrailLaws.AcceptedIsStarted),
        (nameof(TrailLaws.DiagnosesHaveTheirAnomaly), TrailLaws.DiagnosesHaveTheirAnomaly),
        (nameof(ReportLaws.BriefsEqualTheTrail), ReportLaws.BriefsEqualTheTrail),
    ];

    /// <summary>What is broken, one a line, with the law's name.</summary>
    public static IReadOnlyList<string> Broken(LoopFacts facts) =>
        [.. InOrder.SelectMany(law => law.Broken(facts).Select(what => $"{law.Name}: {what}"))];
}
