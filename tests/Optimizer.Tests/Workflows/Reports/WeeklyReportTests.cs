using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Reports;
using Optimizer.Workflows.Instances;
using Optimizer.Workflows.Reports;

namespace Optimizer.Tests.Workflows.Reports;

public class WeeklyReportTests
{
    private static readonly DateTimeOffset Start = new(2026, 2, 16, 9, 0, 0, TimeSpan.Zero);
    private static readonly ReportWeek Week = ReportWeek.Before(Start, TimeZoneInfo.Utc);

    [Fact]
    [Trait("Req", "S0-053")]
    [Trait("Req", "C25")]
    public async Task Report_SinkDownForTwoDays_ArrivesOnceWhenItIsUpAndHoldsUpNothing()
    {
        await using var run = await (await new ReportRun(Start).OpenAsync()).WithPlaysAsync("onboarding", "reactivation");
        run.Sinks.Down = () => run.Clock.GetUtcNow() < Start.AddDays(2) ? "no route" : null;
        await RunAsync(run, TimeSpan.FromMinutes(1));

        // The pages are there, the other sink has them, and the status says who has not.
        Assert.Equal(3, run.Sinks.Noted.Count);
        Assert.Empty(run.Sinks.Noticed);
        Assert.NotNull(await run.Store.Artifacts.ReadAsync("briefs/2026-W07/onboarding.md", default));
        var status = await StatusAsync(run);
        Assert.Equal("delivering", status.Stage);
        Assert.Equal(("notifier", 0, 3, "no route"), Of(status.Sinks.Single(sink => sink.Sink == "notifier")));
        Assert.Equal(("campaign record", 3, 0, null), Of(status.Sinks.Single(sink => sink.Sink == "campaign record")));

        await run.PassAsync(TimeSpan.FromDays(3));

        Assert.Equal(["All plays, week 2026-W07", "onboarding, week 2026-W07", "reactivation, week 2026-W07"], run.Sinks.Noticed.Values.Order(StringComparer.Ordinal));
        Assert.Equal("delivered", (await StatusAsync(run)).Stage);
        var notices = (await run.RecordsAsync("notice.sent")).Select(record => (record.Entry.Play, Notice: (NoticeSent)record.Entry.Event, record.Entry.At)).ToList();
        Assert.Equal(3, notices.Count(one => one.Notice is { Sink: "notifier", Delivered: false, Why: "no route" }));
        Assert.Equal(3, notices.Count(one => one.Notice is { Sink: "notifier", Delivered: true }));
        Assert.All(notices.Where(one => one.Notice is { Sink: "notifier", Delivered: true }), one => Assert.InRange(one.At, Start.AddDays(2), Start.AddDays(2).AddHours(1)));

        static (string, int, int, string?) Of(SinkStatus sink) => (sink.Sink, sink.Delivered, sink.Remaining, sink.Problem);
    }

    [Fact]
    [Trait("Req", "S0-053")]
    public async Task Report_SinkThatNeverComesBack_IsGivenUpBeforeTheNextWeekAndSaid()
    {
        await using var run = await (await new ReportRun(Start).OpenAsync()).WithPlaysAsync("onboarding", "p2", "p3", "p4");
        run.Sinks.Down = () => "gone";
        await RunAsync(run, TimeSpan.FromDays(6));

        Assert.Equal(RunState.Completed, (await run.Engine.StatusAsync(WeeklyReportWorkflow.IdOf(Week.Name)))!.State);
        Assert.Equal("not all delivered", (await StatusAsync(run)).Stage);
        var given = (await run.RecordsAsync("notice.sent")).Where(record => record.Key.EndsWith("given-up", StringComparison.Ordinal)).Select(record => record.Entry.Play);
        Assert.Equal(["-", "onboarding", "p2", "p3", "p4"], given.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Report_DefinitionThatDoesNotRead_IsNamedAndTheOthersAreWritten()
    {
        await using var run = await (await new ReportRun(Start).OpenAsync()).WithPlaysAsync("broken", "onboarding");
        await RunAsync(run, TimeSpan.FromMinutes(1));

        Assert.Equal(new MissingBrief("broken", "plays.yaml:1: slug: says nothing"), Assert.Single((await StatusAsync(run)).Missing));
        Assert.Contains("No brief for broken: plays.yaml:1: slug: says nothing", await run.Store.Artifacts.ReadAsync("briefs/2026-W07/portfolio.md", default), StringComparison.Ordinal);
        Assert.NotNull(await run.Store.Artifacts.ReadAsync("briefs/2026-W07/onboarding.md", default));
    }

    [Fact]
    public async Task Report_MoreThanFiveHundredPlays_GoesThroughChildrenAndMissesNone()
    {
        await using var run = await new ReportRun(Start).OpenAsync();
        await run.WithPlaysAsync([.. Enumerable.Range(1, 1001).Select(number => $"p{number}")]);
        await RunAsync(run, TimeSpan.FromMinutes(1));

        Assert.Equal(1002, (await run.RecordsAsync("brief.written")).Count);
        Assert.Equal(1002, run.Sinks.Noticed.Count);
        Assert.Equal(RunState.Completed, (await run.Engine.StatusAsync("report-weekly-2026-W07-p3"))!.State);
    }

    [Fact]
    public async Task Report_PlayNamedPortfolio_KeepsItsOwnPage()
    {
        await using var run = await (await new ReportRun(Start).OpenAsync()).WithPlaysAsync("portfolio");
        await RunAsync(run, TimeSpan.FromMinutes(1));

        Assert.StartsWith("# All plays", await run.Store.Artifacts.ReadAsync("briefs/2026-W07/portfolio.md", default), StringComparison.Ordinal);
        Assert.StartsWith("# portfolio", await run.Store.Artifacts.ReadAsync(BriefPaths.Play("2026-W07", "portfolio"), default), StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Req", "S0-007")]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(8)]
    public async Task Report_ProcessThatDiesBetweenActivities_WritesAndTellsEachBriefOnce(int appendsBeforeDeath)
    {
        var folder = Directory.CreateTempSubdirectory("optimizer-reports").FullName;
        try
        {
            await using var run = new ReportRun(Start, folder);
            var trail = (DyingTrail?)null;
            run.With = world => world with { Audit = trail = new(world.Audit, trail is null ? appendsBeforeDeath : int.MaxValue) };
            await (await run.OpenAsync()).WithPlaysAsync("onboarding", "reactivation");
            await run.Engine.StartAsync(WeeklyReportWorkflow.Handle, WeeklyReportWorkflow.IdOf(Week.Name), Week);
            await run.PassAsync(TimeSpan.FromSeconds(1));
            await run.CloseAsync();
            await run.OpenAsync();

            await run.PassAsync(TimeSpan.FromDays(1));

            Assert.Equal(["-", "onboarding", "reactivation"], (await run.RecordsAsync("brief.written")).Select(record => record.Entry.Play).Order(StringComparer.Ordinal));
            Assert.Equal(6, (await run.RecordsAsync("notice.sent")).Count);
            Assert.Equal((3, 3), (run.Sinks.Noticed.Count, run.Sinks.Noted.Count));
            Assert.Equal("delivered", (await StatusAsync(run)).Stage);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task RunAsync(ReportRun run, TimeSpan time)
    {
        await run.Engine.StartAsync(WeeklyReportWorkflow.Handle, WeeklyReportWorkflow.IdOf(Week.Name), Week);
        await run.PassAsync(time);
    }

    private static async Task<WeeklyReportStatus> StatusAsync(ReportRun run) =>
        (await run.Engine.StatusAsync(WeeklyReportWorkflow.IdOf(Week.Name)))!.Status!.Value.Read<WeeklyReportStatus>();
}
