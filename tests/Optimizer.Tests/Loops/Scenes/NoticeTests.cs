using Optimizer.Domain.Hypotheses;
using Optimizer.Domain.Notices;
using Optimizer.Domain.Plays;
using Optimizer.Tests.Loops.Kit;
using Optimizer.Workflows.Ports;

namespace Optimizer.Tests.Loops.Scenes;

public class NoticeTests
{
    [Fact]
    public async Task Play_ThatDoesNotGetOn_IsToldOncePerStretchAndWhenItGoesOn()
    {
        var kpis = ScriptedKpis.Of(Fixtures.Wave);
        kpis.IsDown = true;
        await using var kit = await LoopKit.OpenAsync(new() { Change = Fixtures.Market(kpis) });
        await kit.RunAsync(TimeSpan.FromMinutes(20).TotalDays);
        Assert.Empty(Stuck(kit));

        await kit.RunAsync(1);
        var stuck = Assert.Single(Stuck(kit));
        Assert.Equal(("warn", "stuck-play-onboarding"), (stuck.Severity, stuck.About));
        Assert.Contains("the source is down", stuck.Text, StringComparison.Ordinal);

        kpis.IsDown = false;
        await kit.RunAsync(2);
        Assert.Equal(["warn", "info"], Stuck(kit).Select(notice => notice.Severity));

        kpis.IsDown = true;
        await kit.RunAsync(2);
        Assert.Equal(["warn", "info", "warn"], Stuck(kit).Select(notice => notice.Severity));
        Assert.Single(Stuck(kit).Select(notice => notice.About).Distinct());
    }

    [Fact]
    public async Task Play_ThatFailsTwice_IsNotTold()
    {
        var kpis = ScriptedKpis.Of(Fixtures.Wave);
        kpis.IsDown = true;
        await using var kit = await LoopKit.OpenAsync(new() { Change = Fixtures.Market(kpis) });
        await kit.RunAsync(TimeSpan.FromMinutes(20).TotalDays);
        kpis.IsDown = false;
        await kit.RunAsync(2);

        Assert.Equal(PlayStatus.Monitoring, (await kit.ViewAsync("onboarding")).Status);
        Assert.Empty(Stuck(kit));
    }

    [Fact]
    public async Task Experiment_ThatDoesNotGetOn_IsToldOnceAndWhenItGoesOn()
    {
        var exposures = new DownExposures(new ScriptedExposures(_ => 0));
        await using var kit = await LoopKit.OpenAsync(new() { Change = world => Fixtures.Market(Fixtures.Drop)(world) with { Exposures = exposures } });
        await kit.RunAsync(0.01);
        exposures.IsDown = true;
        await kit.RunAsync(0.5);
        Assert.Equal(("warn", "stuck-experiment-onboarding-1"), (Assert.Single(Stuck(kit)).Severity, Stuck(kit)[0].About));

        exposures.IsDown = false;
        await kit.RunAsync(0.2);
        Assert.Equal(["warn", "info"], Stuck(kit).Select(notice => notice.Severity));
        await kit.RunAsync(2);
        Assert.Equal(2, Stuck(kit).Count);
    }

    [Fact]
    public async Task Notifier_DownToo_IsToldWhenItAnswers()
    {
        var kpis = ScriptedKpis.Of(Fixtures.Wave);
        var notifier = new DownNotifier { IsDown = true };
        kpis.IsDown = true;
        await using var kit = await LoopKit.OpenAsync(new() { Change = world => Fixtures.Market(kpis)(world) with { Notifier = notifier } });
        await kit.RunAsync(TimeSpan.FromHours(3).TotalDays);
        Assert.Empty(notifier.Told);

        notifier.IsDown = false;
        await kit.RunAsync(0.2);
        Assert.Equal(NoticeKind.LoopStuck, Assert.Single(notifier.Told).Kind);
    }

    [Fact]
    public async Task Start_RefusedForACap_IsToldOncePerCapAndDay()
    {
        await using var kit = await LoopKit.OpenAsync(new()
        {
            Change = Fixtures.Market(Fixtures.Drop),
            Plays = [PlayText.Of("first"), PlayText.Of("second"), PlayText.Of("third")],
            Policy = PolicyText.With("site.max_active: 1"),
        });
        await kit.RunAsync(0.2);
        var told = Assert.Single(Caps(kit));
        Assert.Equal(("cap-site_active_limit-default", "info"), (told.About, told.Severity));
        Assert.Contains("1", told.Subject, StringComparison.Ordinal);

        await kit.RunAsync(4);
        Assert.InRange(Caps(kit).Count, 2, 5);
    }

    [Theory]
    [Trait("Req", "S0-030")]
    [InlineData(RiskLevel.High, "high")]
    [InlineData(RiskLevel.Low, "warn")]
    public async Task Question_OfARisk_IsToldWithItsSeverity(RiskLevel risk, string severity)
    {
        await using var kit = await LoopKit.OpenAsync(new()
        {
            Change = Fixtures.Market(Fixtures.Drop, 0, ScriptedStrategist.Rating(risk, "onboarding")),
            Policy = PolicyText.Full + "\nscopes:\n" + PolicyText.Level("onboarding", "semi") + "\n",
        });
        await kit.RunAsync(60.0 / 86400);

        Assert.Equal(severity, Assert.Single(kit.Notifier.Notices, notice => notice.Kind == NoticeKind.ApprovalAsked).Severity);
    }

    private static IReadOnlyList<Notice> Stuck(LoopKit kit) => [.. kit.Notifier.Notices.Where(notice => notice.Kind == NoticeKind.LoopStuck)];

    private static IReadOnlyList<Notice> Caps(LoopKit kit) => [.. kit.Notifier.Notices.Where(notice => notice.Kind == NoticeKind.CapReached)];
}
