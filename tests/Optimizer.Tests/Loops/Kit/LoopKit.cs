using Optimizer.Connectors.Faults;
using Optimizer.Connectors.Memory;
using Optimizer.Connectors.Rules;
using Optimizer.Connectors.Simulated;
using Optimizer.Domain.Audit;
using Optimizer.Domain.Policies;
using Optimizer.Embedded;
using Optimizer.Standalone.Loop;
using Optimizer.Workflows;
using Optimizer.Workflows.Approvals;
using Optimizer.Workflows.Definitions;
using Optimizer.Workflows.Plays;
using Optimizer.Workflows.Ports;
using Optimizer.Workflows.Reports;

namespace Optimizer.Tests.Loops.Kit;

/// <summary>The whole loop in memory and in virtual time, on a simulated market.</summary>
internal sealed class LoopKit : IAsyncDisposable
{
    /// <summary>A Monday, at midnight UTC.</summary>
    public static readonly DateTimeOffset Monday = new(2026, 1, 5, 0, 0, 0, TimeSpan.Zero);

    private const int MostTries = 200;

    private readonly KitOptions _options;
    private FaultPlan? _plan;

    private LoopKit(KitOptions options)
    {
        _options = options;
        Clock = new(options.Start);
        Plays = [.. options.Plays.Select(Document)];
        Market = SimulatedMarket.Open(new()
        {
            Seed = options.Seed,
            Start = options.Start,
            Plays = [.. Plays.Select(document => document.Play)],
            Settings = options.Market,
        });
        World = new(Market.Flags, Market.Channel);
    }

    public LocalLoop Loop { get; private set; } = null!;

    public VirtualClock Clock { get; }

    public SimulatedMarket Market { get; }

    public WorldLog World { get; }

    public MemoryNotifier Notifier { get; } = new();

    public MemoryCampaignRecord Campaign { get; } = new();

    public MemoryIssueTracker Issues { get; } = new();

    public IReadOnlyList<PlayDocument> Plays { get; }

    public int Injected => _plan?.Injected ?? 0;

    /// <summary>Opens it, puts the policy in force and enrols the plays.</summary>
    public static async Task<LoopKit> OpenAsync(KitOptions? options = null)
    {
        var kit = new LoopKit(options ?? new());
        await kit.OpenLoopAsync();
        await StubbornlyAsync(() => kit.Loop.SetPolicyAsync(kit._options.Policy, "policy.yaml"));
        foreach (var document in kit.Plays)
        {
            await StubbornlyAsync(() => kit.Loop.EnrolAsync(document, $"{document.Play.Slug}.yaml"));
        }

        if (kit._options.HasReports)
        {
            await kit.Loop.Engine.StartAsync(ReportClockWorkflow.Handle, ReportClockWorkflow.InstanceId, new ReportClockState(new()));
        }

        return kit;
    }

    public static PlayDocument Document(string text)
    {
        var file = PlayFile.Read(text, "kit.yaml");
        return file.Problems.Count == 0 ? Assert.Single(file.Plays) : throw new ArgumentException(string.Join("\n", file.Problems), nameof(text));
    }

    /// <summary>Goes on so long.</summary>
    public Task RunAsync(double days) => Loop.Engine.RunUntilAsync(Clock.GetUtcNow().AddDays(days));

    /// <summary>Drops everything as a death of the process would, and opens it again on the same files.</summary>
    public async Task DieAsync()
    {
        await Loop.Engine.AbandonAsync();
        Loop.Records.Dispose();
        await OpenLoopAsync();
    }

    public Task CommandAsync(string slug, PlayCommandKind kind, string? key = null) => Loop.Engine.SignalAsync(
        LoopNames.PlayId(slug), LoopNames.PlayNews, new PlayNews { Command = new(kind, "ops@example.com", "a person said so") }, key);

    public async Task<PlayView> ViewAsync(string slug) =>
        await Loop.ViewAsync(slug) ?? throw new InvalidOperationException($"there is no view of {slug}");

    public async Task<IReadOnlyList<AuditRecord>> TrailAsync(string? play = null)
    {
        var records = new List<AuditRecord>();
        await foreach (var record in Loop.Records.Audit.ReadAsync(new() { Play = play }, default))
        {
            records.Add(record);
        }

        return records;
    }

    /// <summary>Events of one kind of one play, with when they happened.</summary>
    public async Task<IReadOnlyList<(DateTimeOffset At, TEvent Event)>> EventsAsync<TEvent>(string? play = null)
        where TEvent : AuditEvent =>
        [.. (await TrailAsync(play)).Where(record => record.Entry.Event is TEvent).Select(record => (record.Entry.At, (TEvent)record.Entry.Event))];

    public Task AnswerAsync(string approval, string payload, bool approve, Seat seat = Seat.Ceo, string by = "ana@example.com") => Loop.Engine.SignalAsync(
        LoopNames.ApprovalId(approval), LoopNames.ApprovalNews,
        new ApprovalNews { Answer = new(approve, by, seat, true, payload, "cli", Clock.GetUtcNow(), approve ? null : "not now") });

    public async ValueTask DisposeAsync() => await Loop.DisposeAsync();

    private async Task OpenLoopAsync() => Loop = await LocalLoop.OpenAsync(new()
    {
        Beside = (registry, world) => AnsweringNotifier.Register(registry, world.Client),
        Clock = Clock,
        Durable = false,
        Engine = new() { KeepFinished = null },
        Folder = _options.Folder,
        World = Complete,
    });

    private World Complete(LocalRecords records)
    {
        var world = new World
        {
            Artifacts = records.Artifacts,
            Audit = records.Audit,
            Campaign = Campaign,
            Channel = World,
            Client = records.Client,
            Exposures = Market.Exposures,
            FallbackStrategist = new RuleStrategist(),
            Flags = World,
            Issues = Issues,
            Kpis = Market.Kpis,
            Notifier = _options.People is { } people ? new AnsweringNotifier(Notifier, people, records.Client) : Notifier,
            Plays = records.Plays,
            Register = records.Register,
            Strategist = new RuleStrategist(),
        };
        world = _options.Change?.Invoke(world) ?? world;
        if (_options.Faults is not { } faults)
        {
            return world;
        }

        _plan ??= new(faults(Clock));
        return FaultyWorld.Of(world, _plan);
    }

    private static async Task StubbornlyAsync(Func<Task> act)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                await act();
                return;
            }
            catch (InjectedFaultException) when (tries < MostTries)
            {
                // The person at the keyboard says it again.
            }
        }
    }
}
