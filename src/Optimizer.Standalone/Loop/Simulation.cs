using Optimizer.Connectors.Memory;
using Optimizer.Connectors.Rules;
using Optimizer.Connectors.Simulated;
using Optimizer.Domain.Reports;
using Optimizer.Embedded;
using Optimizer.Workflows;
using Optimizer.Workflows.Ports;
using Optimizer.Workflows.Reports;

namespace Optimizer.Standalone.Loop;

/// <summary>The whole loop on a market whose truth is known, in virtual time.</summary>
internal sealed class Simulation : IAsyncDisposable
{
    public const string PolicyFileName = "policy.yaml";

    private readonly SimulationOptions _options;

    private Simulation(SimulationOptions options, LocalLoop loop, SimulatedMarket market) => (_options, Loop, Market) = (options, loop, market);

    public LocalLoop Loop { get; }

    public SimulatedMarket Market { get; }

    /// <summary>Opens the market and starts every play, and the clock of the reports.</summary>
    public static async Task<Simulation> OpenAsync(SimulationOptions options)
    {
        var market = SimulatedMarket.Open(new()
        {
            Plays = [.. options.Plays.Select(document => document.Play)],
            Seed = options.Seed,
            Settings = options.Settings,
            Start = options.Start,
        });
        var settings = new LocalLoopOptions
        {
            Beside = (registry, world) => AnsweringNotifier.Register(registry, world.Client),
            Clock = new VirtualClock(options.Start),
            Durable = false,
            Folder = options.Folder,
            KeepsEngine = false,
            World = records => World(options, market, records),
        };
        var loop = await LocalLoop.OpenAsync(options.Open is { } open ? settings with { Open = open } : settings);
        var simulation = new Simulation(options, loop, market);
        await simulation.BeginAsync();
        return simulation;
    }

    /// <summary>Runs until so many days after the start.</summary>
    public Task RunUntilAsync(int day, CancellationToken cancellationToken = default) =>
        Loop.Engine.RunUntilAsync(_options.Start.AddDays(day), cancellationToken);

    public ValueTask DisposeAsync() => Loop.DisposeAsync();

    private static World World(SimulationOptions options, SimulatedMarket market, LocalRecords records)
    {
        INotifier told = new MemoryNotifier();
        var world = new World
        {
            Artifacts = records.Artifacts,
            Audit = records.Audit,
            Campaign = new MemoryCampaignRecord(),
            Channel = market.Channel,
            Client = records.Client,
            Exposures = market.Exposures,
            FallbackStrategist = new RuleStrategist(),
            Flags = market.Flags,
            Issues = new MemoryIssueTracker(),
            Kpis = market.Kpis,
            Notifier = options.People is { } people ? new AnsweringNotifier(told, new SimulatedPeople(people).Answers, records.Client) : told,
            Plays = records.Plays,
            Register = records.Register,
            Strategist = new RuleStrategist(),
        };
        return options.Around?.Invoke(world) ?? world;
    }

    private async Task BeginAsync()
    {
        if (_options.Policy is { } policy)
        {
            await Loop.SetPolicyAsync(policy, PolicyFileName);
        }

        foreach (var document in _options.Plays)
        {
            await Loop.EnrolAsync(document, $"{document.Play.Slug}.yaml");
        }

        if (_options.HasReports)
        {
            await Loop.Engine.StartAsync(ReportClockWorkflow.Handle, LoopNames.ReportClockId, new(new ReportSchedule()));
        }
    }
}
