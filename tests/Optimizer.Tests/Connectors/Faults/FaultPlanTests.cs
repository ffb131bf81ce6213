using Optimizer.Connectors.Faults;
using Optimizer.Connectors.Memory;
using Optimizer.Connectors.Rules;
using Optimizer.Connectors.Simulated;
using Optimizer.Domain.Audit;
using Optimizer.Domain.Policies;
using Optimizer.Workflows.Ports;

namespace Optimizer.Tests.Connectors.Faults;

public class FaultPlanTests
{
    [Fact]
    public async Task World_EveryCallFails_DoesNothing()
    {
        var (market, world, _) = Open(new() { Seed = 1, Clock = Still.At(SamplePlay.Start), FailShare = 1 });
        var play = SamplePlay.Of();

        await Assert.ThrowsAsync<InjectedFaultException>(() => world.Channel.ApplyAsync(play, play.Variables[0], new("subject_line", "1"), SamplePlay.Start, "k", default));
        await Assert.ThrowsAsync<InjectedFaultException>(() => world.Kpis.DaysAsync(play, play.Kpis[0], SamplePlay.Day(0), default));
        Assert.NotEqual("1", (await market.Channel.ReadAsync(play, play.Variables[0], default))!.Json);
    }

    [Fact]
    public async Task World_AnswerLost_HasDoneTheEffectOnceAlsoAfterTheRetry()
    {
        var (_, world, notifier) = Open(new() { Seed = 1, Clock = Still.At(SamplePlay.Start), LostAnswerShare = 1 });
        for (var i = 0; i < 2; i++)
        {
            await Assert.ThrowsAsync<InjectedFaultException>(() => world.Notifier.NotifyAsync(new("p", "info", "s", "", ""), "k", default));
        }

        Assert.Single(notifier.Notices);
    }

    [Fact]
    public async Task World_Outage_FailsThatPortInItsWindowOnly()
    {
        var outage = new Outage(nameof(IKpiSource), SamplePlay.Start, SamplePlay.Start.AddHours(1));
        var play = SamplePlay.Of();
        foreach (var (minutes, fails) in new[] { (-1, false), (0, true), (59, true), (60, false) })
        {
            var (_, world, _) = Open(new() { Seed = 1, Clock = Still.At(SamplePlay.Start.AddMinutes(minutes)), Outages = [outage] });
            var read = await Record.ExceptionAsync(() => world.Kpis.DaysAsync(play, play.Kpis[0], SamplePlay.Day(0), default));

            Assert.Equal(fails, read is InjectedFaultException);
            Assert.Null(await world.Flags.FindAsync("x", default));
        }
    }

    [Fact]
    public async Task World_SharesOfFaults_ComeAsOftenAsSaidAndAreTheSameForTheSameSeed()
    {
        var play = SamplePlay.Of();
        var runs = new List<string>();
        for (var run = 0; run < 2; run++)
        {
            var (_, world, _) = Open(new() { Seed = 5, Clock = Still.At(SamplePlay.Start), FailShare = 0.2, LostAnswerShare = 0.1, NonsenseShare = 0.1 });
            var fates = "";
            for (var call = 0; call < 2000; call++)
            {
                var failed = await Record.ExceptionAsync(() => world.Flags.FindAsync($"e{call}", default));
                fates += failed is null ? '.' : 'x';
            }

            runs.Add(fates);
        }

        Assert.Equal(runs[0], runs[1]);
        // 600 of 2,000 expected, standard deviation 20.
        Assert.InRange(runs[0].Count(fate => fate == 'x'), 540, 660);
    }

    [Fact]
    public async Task World_Nonsense_IsWhatNoMarketSays()
    {
        var play = SamplePlay.Of();
        var (market, world, _) = Open(new() { Seed = 5, Clock = Still.At(SamplePlay.Start), NonsenseShare = 1 });
        for (var day = 1; day < 30; day++)
        {
            var sane = await market.Kpis.ReadAsync(play, play.Kpis[0], SamplePlay.Day(day - 14), SamplePlay.Day(day), default);
            Assert.NotEqual(sane, await world.Kpis.ReadAsync(play, play.Kpis[0], SamplePlay.Day(day - 14), SamplePlay.Day(day), default));
        }
    }

    private static (SimulatedMarket Market, World World, MemoryNotifier Notifier) Open(FaultOptions options)
    {
        var market = SimulatedMarket.Open(new() { Seed = 1, Start = SamplePlay.Start });
        var notifier = new MemoryNotifier();
        var world = new World
        {
            Kpis = market.Kpis,
            Exposures = market.Exposures,
            Flags = market.Flags,
            Channel = market.Channel,
            Strategist = new RuleStrategist(),
            Notifier = notifier,
            Campaign = new MemoryCampaignRecord(),
            Issues = new MemoryIssueTracker(),
            Audit = new Absent(),
            Register = new Absent(),
            Plays = new Absent(),
            Artifacts = new Absent(),
            Client = () => throw new NotSupportedException(),
        };
        return (market, FaultyWorld.Of(world, new(options)), notifier);
    }

    private sealed class Still(DateTimeOffset at) : TimeProvider
    {
        public static Still At(DateTimeOffset at) => new(at);

        public override DateTimeOffset GetUtcNow() => at;
    }

    // Stores that these tests never ask.
    private sealed class Absent : IAuditTrail, IExperimentRegister, IPlayStore, IArtifactStore
    {
        public Task<IReadOnlyList<AuditRecord>> AppendAsync(IReadOnlyList<KeyedEntry> entries, CancellationToken cancellationToken) => throw new NotSupportedException();

        public IAsyncEnumerable<AuditRecord> ReadAsync(AuditQuery query, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<RegisterPage> ReadAsync(string site, string play, DateTimeOffset now, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<bool> TryStartAsync(PastExperiment experiment, long version, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task ReleaseAsync(PastExperiment experiment, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task EndAsync(PastExperiment ended, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<StoredText?> FindAsync(string name, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<StoredText?> FindVersionAsync(string name, string hash, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<StoredText> PutAsync(string name, string text, string file, DateTimeOffset at, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<IReadOnlyList<string>> ListAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task WriteAsync(string path, string text, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<string?> ReadAsync(string path, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<IReadOnlyList<string>> ListAsync(string folder, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
