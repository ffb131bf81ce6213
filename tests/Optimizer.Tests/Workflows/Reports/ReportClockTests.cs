using Optimizer.Domain.Audit.Events;
using Optimizer.Workflows.Reports;

namespace Optimizer.Tests.Workflows.Reports;

public class ReportClockTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    [Trait("Req", "S0-007")]
    [Trait("Req", "S0-046")]
    [Trait("Req", "S0-066")]
    [Trait("Req", "C25")]
    public async Task Clock_364DaysWithoutAnyActivity_WritesFiftyTwoBriefsPerPlay()
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
        await using var run = await (await new ReportRun(Start).OpenAsync()).WithPlaysAsync("onboarding", "reactivation");
        await run.StartAsync(new(DayOfWeek.Thursday, 17, zone.Id));

        await run.PassAsync(TimeSpan.FromDays(364));

        foreach (var play in new[] { "onboarding", "reactivation", "-" })
        {
            var written = await run.RecordsAsync("brief.written", play);
            Assert.Equal(52, written.Count);
            Assert.Equal(52, written.Select(record => ((BriefWritten)record.Entry.Event).Period).Distinct().Count());
            Assert.All(written, record =>
            {
                var local = TimeZoneInfo.ConvertTime(record.Entry.At, zone);
                Assert.Equal((DayOfWeek.Thursday, 17, 0), (local.DayOfWeek, local.Hour, local.Minute));
            });
        }

        Assert.Equal(52 * 3 * 2, (await run.Store.Artifacts.ListAsync("briefs", default)).Count);
        Assert.Equal(52 * 3, run.Sinks.Noticed.Count);
        Assert.Equal(52 * 3, run.Sinks.Noted.Count);
        Assert.Empty(run.Store.Verify());
    }

    [Fact]
    [Trait("Req", "S0-046")]
    public async Task Clock_BothSundaysOfSummerTime_ReportsEachOnce()
    {
        await using var run = await (await new ReportRun(new(2026, 3, 20, 0, 0, 0, TimeSpan.Zero)).OpenAsync()).WithPlaysAsync("onboarding");
        await run.StartAsync(new(DayOfWeek.Sunday, 2, "Europe/Berlin"));

        await run.PassAsync(TimeSpan.FromDays(230));

        var times = (await run.RecordsAsync("brief.written", "onboarding")).Select(record => record.Entry.At).ToList();
        Assert.Equal(33, times.Count);
        Assert.Equal(new DateTimeOffset(2026, 3, 29, 1, 0, 0, TimeSpan.Zero), times[1]);
        Assert.Single(times, time => time.UtcDateTime.Date == new DateTime(2026, 10, 25));
        Assert.Contains(new DateTimeOffset(2026, 10, 25, 0, 0, 0, TimeSpan.Zero), times);
    }

    [Fact]
    [Trait("Req", "S0-007")]
    public async Task Clock_DownForFiveWeeks_WritesEveryMissedWeekInOrder()
    {
        var folder = Directory.CreateTempSubdirectory("optimizer-reports").FullName;
        try
        {
            await using var run = new ReportRun(Start, folder);
            await (await run.OpenAsync()).WithPlaysAsync("onboarding");
            await run.StartAsync(new());
            await run.PassAsync(TimeSpan.FromDays(10));
            await run.CloseAsync();
            run.Clock.Set(Start.AddDays(45));
            await run.OpenAsync();

            await run.PassAsync(TimeSpan.FromHours(1));

            Assert.Equal(
                ["2026-W02", "2026-W03", "2026-W04", "2026-W05", "2026-W06", "2026-W07"],
                (await run.RecordsAsync("brief.written", "onboarding")).Select(record => ((BriefWritten)record.Entry.Event).Period));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Clock_Waiting_ShowsTheNextWeek()
    {
        await using var run = await new ReportRun(Start).OpenAsync();
        await run.StartAsync(new());
        await run.PassAsync(TimeSpan.FromMinutes(1));

        var status = (await run.Engine.StatusAsync(ReportClockWorkflow.InstanceId))!.Status!.Value.Read<ReportClockStatus>();

        Assert.Equal(new ReportClockStatus("2026-W02", new(2026, 1, 12, 9, 0, 0, TimeSpan.Zero), null), status);
    }
}
