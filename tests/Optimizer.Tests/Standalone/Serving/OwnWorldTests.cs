using System.Text.Json;
using Optimizer.Domain.Audit;
using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Decisions;
using Optimizer.Tests.Loops.Kit;
using Optimizer.Tests.Loops.Laws;
using Optimizer.Tests.Standalone.Commands;

namespace Optimizer.Tests.Standalone.Serving;

/// <summary>An experiment on our own assignment and ledger, from a KPI that fell to what is live afterwards, by the doors that customers use.</summary>
public class OwnWorldTests
{
    private const string Experiment = "pricing-1";
    private const double Control = 0.2;

    [Fact]
    [Trait("Req", "S3-023")]
    public async Task Variant_TrulyBetter_IsAdoptedWithAPersonAndAcrossARestart()
    {
        await using var host = await OwnHost.StartAsync();
        var visitors = await BeginAsync(host, 0.3);
        await LiveAsync(host, visitors, days: 3);
        var before = await ShownAsync(host);
        await host.RestartAsync();
        Assert.Equal(before, await ShownAsync(host));

        var ended = await DecideAsync(host, visitors);

        Assert.Equal(DecisionKind.AdoptProven, ended.End);
        var adopted = Assert.Single(await EventsAsync<ChangeAdopted>(host));
        var live = (await host.GetAsync($"/api/settings/{OwnHost.Slug}")).Json.GetProperty("settings").EnumerateArray()
            .Single(setting => setting.GetProperty("variable").GetString() == adopted.After.Variable).GetProperty("value");
        Assert.True(JsonElement.DeepEquals(JsonDocument.Parse(adopted.After.Json).RootElement, live));
        Assert.Equal("\"as before\"", adopted.Before.Json);
        Assert.Equal(2, (await EventsAsync<ApprovalEnded>(host)).Count);
        await LeavesNothingOpenAsync(host, visitors);
    }

    [Fact]
    public async Task Variant_TrulyWorse_IsTakenOutWithoutAPerson()
    {
        await using var host = await OwnHost.StartAsync();
        var visitors = await BeginAsync(host, 0.15);

        var ended = await DecideAsync(host, visitors);

        Assert.Equal(DecisionKind.Revert, ended.End);
        await ControlIsLiveAsync(host);
        await LeavesNothingOpenAsync(host, visitors);
    }

    [Fact]
    public async Task Variant_NoDifferent_IsNotAdopted()
    {
        await using var host = await OwnHost.StartAsync();
        var visitors = await BeginAsync(host, Control);

        var ended = await DecideAsync(host, visitors);

        Assert.Equal(DecisionKind.Iterate, ended.End);
        await ControlIsLiveAsync(host);
        await LeavesNothingOpenAsync(host, visitors);
    }

    // From the drop to a live experiment: found at the first tick, asked, approved with the hash that was shown.
    private static async Task<OwnVisitors> BeginAsync(OwnHost host, double rate)
    {
        await host.UntilAsync(LoopKit.Monday.AddMinutes(1));
        Assert.Empty(await EventsAsync<ExperimentStarted>(host));
        Assert.True(await host.ApproveAsync("start_experiment"));
        await host.UntilAsync(LoopKit.Monday.AddMinutes(10));
        var play = (await host.GetAsync($"/api/plays/{OwnHost.Slug}")).Json;
        Assert.Equal("experimenting", play.GetProperty("stage").GetString());
        Assert.Equal(Experiment, Assert.Single(await host.Live.Ledger.ExperimentsAsync(default)).Id);
        return new(host, Experiment, Control, rate);
    }

    private static async Task LiveAsync(OwnHost host, OwnVisitors visitors, int days)
    {
        for (var day = 0; day < days; day++)
        {
            // The next noon: the look of the morning has seen the day before.
            var now = host.Clock.GetUtcNow();
            var noon = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero).AddHours(12);
            await host.UntilAsync(noon > now ? noon : noon.AddDays(1));
            host.WriteKpis();
            if (await IsLiveAsync(host))
            {
                await visitors.ComeAsync();
            }
        }
    }

    private static async Task<ExperimentEnded> DecideAsync(OwnHost host, OwnVisitors visitors)
    {
        for (var day = 0; day < 60; day++)
        {
            if ((await EventsAsync<ExperimentEnded>(host)) is [var ended, ..])
            {
                return ended;
            }

            if (await host.ApproveAsync("adopt_variant"))
            {
                await host.UntilAsync(host.Clock.GetUtcNow().AddMinutes(5));
                continue;
            }

            await LiveAsync(host, visitors, days: 1);
        }

        throw new InvalidOperationException("nothing was decided in 60 days");
    }

    private static async Task ControlIsLiveAsync(OwnHost host)
    {
        var settings = (await host.GetAsync($"/api/settings/{OwnHost.Slug}")).Json.GetProperty("settings").EnumerateArray().ToList();
        Assert.All(settings, setting => Assert.Equal("as before", setting.GetProperty("value").GetString()));
        Assert.Empty(await EventsAsync<ChangeAdopted>(host));
    }

    private static async Task LeavesNothingOpenAsync(OwnHost host, OwnVisitors visitors)
    {
        Assert.NotNull((await host.Live.Ledger.FindAsync(Experiment, default))!.Until);
        Assert.False((await host.GetAsync($"/api/assignments?experiment={Experiment}&unit=late")).Json.GetProperty("isAssigned").GetBoolean());
        await AreTheNumbersAsync(host, visitors);
        Assert.Empty(host.Live.Ledger.Verify());
        Assert.Empty(Orphans.Of(await FactsReader.TrailAsync(host.Live.Loop)));
        Assert.Empty(AllLaws.Broken(await host.FactsAsync()));
        await host.CloseAsync();
        Assert.Equal(0, Ran.Of("audit", "verify", "--data", host.Folder).ExitCode);
        Assert.Equal(0, Ran.Of("ledger", "verify", "--data", host.Folder).ExitCode);
    }

    // Every figure of the last decision, made again from the events that were sent.
    private static async Task AreTheNumbersAsync(OwnHost host, OwnVisitors visitors)
    {
        var record = (await EventsAsync<DecisionMade>(host))[^1].Record;
        var days = record.Evidence.Days.Where(day => day.Groups.Sum(group => group.Units) > 0).ToList();
        var sent = visitors.Recomputed().Where(day => day.Day <= record.Evidence.Days[^1].Day).ToList();
        Assert.Equal(sent.Select(day => day.Day), days.Select(day => day.Day));
        Assert.All(sent.Zip(days), pair =>
        {
            Assert.Equal(pair.First.Purchases, pair.Second.Groups);
            Assert.All(pair.First.Revenue.Zip(pair.Second.Others["revenue"]), revenue =>
            {
                Assert.Equal((revenue.First.Units, revenue.First.Sum, revenue.First.Active), (revenue.Second.Units, revenue.Second.Sum, revenue.Second.Active));
                Assert.Equal(revenue.First.SumOfSquares, revenue.Second.SumOfSquares, 1e-6);
            });
        });
        Assert.Equal(record.Decision, EvidenceRule.Judge(record.Evidence, record.Rules, record.MaxSecondaryDegradation).Decision, new Same());
        Assert.True((await host.GetAsync($"/api/decisions/{record.Id}?replay=true")).Json.GetProperty("replay").GetProperty("isSame").GetBoolean());
        var sums = await host.Live.Ledger.SumAsync(new(Experiment) { Event = "purchase" }, default);
        Assert.Equal([visitors.Revenue(0), visitors.Revenue(1)], sums.OrderBy(sum => sum.Variant, StringComparer.Ordinal).Select(sum => sum.Sum));
    }

    private static async Task<string> ShownAsync(OwnHost host) => string.Join("\n", await Task.WhenAll(
        new[] { $"/api/plays/{OwnHost.Slug}", $"/api/experiments/{Experiment}", "/api/approvals?state=all", $"/api/settings/{OwnHost.Slug}", "/api/policy" }
            .Select(async path => (await host.GetAsync(path)).Text)));

    private static async Task<bool> IsLiveAsync(OwnHost host) => (await host.Live.Ledger.FindAsync(Experiment, default)) is { Until: null };

    private static async Task<IReadOnlyList<TEvent>> EventsAsync<TEvent>(OwnHost host)
        where TEvent : AuditEvent => [.. (await FactsReader.TrailAsync(host.Live.Loop)).Select(record => record.Entry.Event).OfType<TEvent>()];

    private sealed class Same : IEqualityComparer<Decision>
    {
        public bool Equals(Decision? x, Decision? y) => JsonSerializer.Serialize(x) == JsonSerializer.Serialize(y);

        public int GetHashCode(Decision obj) => obj.Code.GetHashCode(StringComparison.Ordinal);
    }
}
