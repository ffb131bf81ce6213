using Optimizer.Domain.Notices;

namespace Optimizer.Tests.Domain.Notices;

public class NoticeRuleTests
{
    // A Monday, 10:00 UTC.
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 10, 0, 0, TimeSpan.Zero);

    private static readonly NoticeFacts Drop = new("p", NoticeKind.AnomalyFound, NoticeSeverity.High, "anomaly-p-signups-Drop") { Kpi = "signups" };
    private static readonly NoticeFacts Question = new("p", NoticeKind.ApprovalAsked, NoticeSeverity.Warn, "approval-p-1");

    [Theory]
    [Trait("Req", "S0-064")]
    [InlineData(0, NoticeTurn.Drop)]
    [InlineData((24 * 60) - 1, NoticeTurn.Drop)]
    [InlineData(24 * 60, NoticeTurn.Send)]
    public void Decide_SameKpiAndKindAgain_IsToldOnceInTwentyFourHours(int minutes, NoticeTurn turn) =>
        Assert.Equal(turn, NoticeRule.Decide(Drop, [new(Drop, Now, null)], new() { IsMachine = true }, Now.AddMinutes(minutes)).Turn);

    [Fact]
    [Trait("Req", "S0-064")]
    public void Decide_OtherKpiKindOrPlay_IsToldAllTheSame() => Assert.All(
        new[]
        {
            Drop with { Kpi = "orders", About = "anomaly-p-orders-Drop" },
            Drop with { About = "anomaly-p-signups-Spike" },
            Drop with { Play = "q" },
            Drop with { Kind = NoticeKind.BriefWritten },
        },
        other => Assert.Equal(NoticeTurn.Send, NoticeRule.Decide(other, [new(Drop, Now, null)], new() { IsMachine = true }, Now.AddMinutes(1)).Turn));

    [Fact]
    public void Decide_NextWordOnTheSameQuestion_IsNoRepeat() => Assert.Equal(
        NoticeTurn.Send, NoticeRule.Decide(Question with { Kind = NoticeKind.ApprovalReminded }, [new(Question, Now, null)], new(), Now.AddMinutes(1)).Turn);

    [Theory]
    [Trait("Req", "S0-030")]
    [InlineData(NoticeKind.ApprovalAsked, NoticeSeverity.Warn, true)]
    [InlineData(NoticeKind.ApprovalAsked, NoticeSeverity.Info, false)]
    [InlineData(NoticeKind.ApprovalReminded, NoticeSeverity.Warn, true)]
    [InlineData(NoticeKind.ExperimentStopped, NoticeSeverity.High, true)]
    [InlineData(NoticeKind.ExperimentThrottled, NoticeSeverity.High, true)]
    [InlineData(NoticeKind.ReviewNeeded, NoticeSeverity.High, true)]
    [InlineData(NoticeKind.CapReached, NoticeSeverity.Info, true)]
    [InlineData(NoticeKind.LoopStuck, NoticeSeverity.Warn, true)]
    [InlineData(NoticeKind.LoopFrozen, NoticeSeverity.Warn, true)]
    [InlineData(NoticeKind.LoopUnfrozen, NoticeSeverity.Info, true)]
    [InlineData(NoticeKind.SinkGaveUp, NoticeSeverity.Warn, true)]
    [InlineData(NoticeKind.AnomalyFound, NoticeSeverity.High, false)]
    [InlineData(NoticeKind.SuggestionMade, NoticeSeverity.Info, false)]
    [InlineData(NoticeKind.BriefWritten, NoticeSeverity.Info, false)]
    [InlineData(NoticeKind.Other, NoticeSeverity.High, false)]
    public void Decide_Kind_IsToldAtOnceOrInTheNextDigest(NoticeKind kind, NoticeSeverity severity, bool atOnce)
    {
        var ruling = NoticeRule.Decide(new("p", kind, severity, "o"), [], new(), Now);

        Assert.Equal(atOnce ? (NoticeTurn.Send, null) : (NoticeTurn.Hold, Now.AddHours(2)), (ruling.Turn, ruling.Until));
    }

    [Theory]
    [InlineData(true, NoticeTurn.Send)]
    [InlineData(false, NoticeTurn.Hold)]
    public void Decide_EndOfAQuestion_IsAtOnceWhenTheQuestionWasTold(bool isTold, NoticeTurn turn) => Assert.Equal(
        turn,
        NoticeRule.Decide(
            Question with { Kind = NoticeKind.ApprovalEnded, Severity = NoticeSeverity.Info },
            [new(Question, Now.AddHours(-1), isTold ? null : Now.AddHours(2))], new(), Now).Turn);

    [Theory]
    [Trait("Req", "S1-169")]
    [Trait("Req", "S1-177")]
    [Trait("Req", "S1-047")]
    [InlineData("manager", 8, 59, 9, 0)]
    [InlineData("manager", 9, 0, 12, 0)]
    [InlineData("manager", 12, 30, 18, 0)]
    [InlineData("manager", 18, 0, 33, 0)]
    [InlineData("semi", 9, 0, 14, 0)]
    [InlineData("semi", 14, 0, 18, 0)]
    [InlineData("own", 13, 59, 14, 0)]
    [InlineData("own", 14, 0, 18, 0)]
    [InlineData("own", 18, 0, 38, 0)]
    public void Decide_Digest_IsTheNextTimeOfThePreset(string preset, int hour, int minute, int dueHour, int dueMinute)
    {
        var recipient = new Recipient
        {
            Digest = preset switch { "manager" => DigestTimes.Manager, "semi" => DigestTimes.Semi, _ => [new(14, 0), new(18, 0)] },
            TimeZone = "America/New_York",
        };
        var midnight = new DateTimeOffset(2026, 3, 2, 5, 0, 0, TimeSpan.Zero);

        var ruling = NoticeRule.Decide(Drop, [], recipient, midnight.AddHours(hour).AddMinutes(minute));

        Assert.Equal((NoticeTurn.Hold, midnight.AddHours(dueHour).AddMinutes(dueMinute)), (ruling.Turn, ruling.Until));
    }

    [Theory]
    [InlineData(21, 59, NoticeSeverity.Warn, null)]
    [InlineData(22, 0, NoticeSeverity.Warn, 31)]
    [InlineData(30, 59, NoticeSeverity.Warn, 31)]
    [InlineData(31, 0, NoticeSeverity.Warn, null)]
    [InlineData(22, 0, NoticeSeverity.High, null)]
    public void Decide_QuietHours_HoldAllButHighUntilTheirEnd(int hour, int minute, NoticeSeverity severity, int? dueHour)
    {
        var recipient = new Recipient { Quiet = new(new(22, 0), new(7, 0)) };
        var midnight = new DateTimeOffset(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);

        var ruling = NoticeRule.Decide(Question with { Severity = severity }, [], recipient, midnight.AddHours(hour).AddMinutes(minute));

        Assert.Equal(dueHour is { } due ? (NoticeTurn.Hold, midnight.AddHours(due)) : (NoticeTurn.Send, null), (ruling.Turn, ruling.Until));
    }

    [Fact]
    public void Decide_QuestionThatRunsOutBeforeQuietHoursEnd_IsToldNow()
    {
        var recipient = new Recipient { Quiet = new(new(9, 0), new(12, 0)) };

        Assert.Equal(NoticeTurn.Send, NoticeRule.Decide(Question with { Until = Now.AddHours(2) }, [], recipient, Now).Turn);
        Assert.Equal(NoticeTurn.Hold, NoticeRule.Decide(Question with { Until = Now.AddHours(2).AddMinutes(1) }, [], recipient, Now).Turn);
    }

    [Fact]
    public void Decide_DigestInsideQuietHours_WaitsForTheirEnd() => Assert.Equal(
        Now.AddHours(3), NoticeRule.Decide(Drop, [], new() { Quiet = new(new(11, 0), new(13, 0)) }, Now).Until);

    [Fact]
    public void Decide_WithoutDigest_IsNowOrAfterQuietHours()
    {
        Assert.Equal(NoticeTurn.Send, NoticeRule.Decide(Drop, [], new() { Digest = [] }, Now).Turn);
        Assert.Equal(Now.AddHours(1), NoticeRule.Decide(Drop, [], new() { Digest = [], Quiet = new(new(9, 0), new(11, 0)) }, Now).Until);
    }

    [Theory]
    [Trait("Req", "C35")]
    [InlineData(NoticeSeverity.Info)]
    [InlineData(NoticeSeverity.Warn)]
    [InlineData(NoticeSeverity.High)]
    public void Decide_Severity_ReachesOnlyTheSinkItIsRoutedTo(NoticeSeverity severity) => Assert.Equal(
        [severity],
        Enum.GetValues<NoticeSeverity>().Where(routed => NoticeRule.Decide(
            Question with { Severity = severity }, [], new() { IsMachine = true, Severities = [routed] }, Now).Turn == NoticeTurn.Send));

    [Fact]
    public void Decide_Machine_IsToldAtOnceAtAnyHour() => Assert.Equal(
        NoticeTurn.Send, NoticeRule.Decide(Drop, [], new() { IsMachine = true, Quiet = new(new(9, 0), new(12, 0)) }, Now).Turn);

    [Fact]
    public void Name_EveryKind_HasOneOfItsOwn() => Assert.Equal(
        Enum.GetValues<NoticeKind>().Length, Enum.GetValues<NoticeKind>().Select(NoticeKinds.Name).Distinct().Count());

    [Fact]
    public void Name_KindThatIsNone_ThrowsWithItsValue() => Assert.Contains(
        "99", Assert.Throws<ArgumentOutOfRangeException>(() => NoticeKinds.Name((NoticeKind)99)).Message, StringComparison.Ordinal);
}
