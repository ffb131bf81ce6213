using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Moq;
using Optimizer.Cockpit;
using Optimizer.Cockpit.Identity;
using Optimizer.Cockpit.Links;
using Optimizer.Connectors.Recordings;
using Optimizer.Domain.Identity;
using Optimizer.Domain.Policies;
using Optimizer.Embedded;
using Optimizer.Embedded.Ledger;
using Optimizer.Embedded.Records;
using Optimizer.Functions.Composition;
using Optimizer.Functions.Http;
using Optimizer.Functions.Tests.Durable;
using Optimizer.Workflows;
using Optimizer.Workflows.Notices;
using Optimizer.Workflows.Ports;
using Optimizer.Workflows.Reports;

namespace Optimizer.Functions.Tests.Kit;

/// <summary>The host's own parts over records and an engine in memory, in virtual time.</summary>
internal sealed class HostKit : IAsyncDisposable
{
    private readonly RecordStore _store;
    private readonly SqliteLedger _ledger;

    private HostKit(RecordStore store, SqliteLedger ledger, World world, EmbeddedEngine engine, VirtualClock clock)
    {
        (_store, _ledger, World, Engine, Clock) = (store, ledger, world, engine, clock);
        Served = new()
        {
            Answers = store.Answers,
            Clock = clock,
            Delegations = store.Delegations,
            Ledger = ledger,
            LinkKey = LinkKey.Make(),
            Links = store.Links,
            Outage = HostServices.Outage,
            Tokens = store.Tokens,
            Visits = store.Visits,
            World = world,
        };
    }

    public World World { get; }

    public EmbeddedEngine Engine { get; }

    public VirtualClock Clock { get; }

    public ServedLoop Served { get; }

    public INoticeStore Told => _store.Told;

    /// <param name="around">Puts another world in place of this one.</param>
    public static async Task<HostKit> OpenAsync(Func<World, World>? around = null)
    {
        var clock = new VirtualClock(new(2026, 1, 5, 0, 0, 0, TimeSpan.Zero));
        var store = RecordStore.Open(null, new());
        var ledger = SqliteLedger.Open(null, new());
        EmbeddedEngine? engine = null;
        var world = AzureWorld.Around(
            Records(store, ledger), new KpiFolder(Path.Combine(Path.GetTempPath(), "optimizer-none"), clock),
            new Outbox(store.Told, [new("log", SinkKind.Terminal, new())], clock), () => engine!);
        world = around?.Invoke(world) ?? world;
        engine = await EmbeddedEngine.OpenAsync(new(), ReportLoop.Register(PlayLoop.Register(new(), world), world), clock);
        return new(store, ledger, world, engine, clock);
    }

    public CockpitApplication Cockpit() => new(Served, NullLoggerFactory.Instance, Mock.Of<IHostEnvironment>(environment => environment.ApplicationName == "Optimizer" && environment.EnvironmentName == "Production"));

    /// <summary>Text of a token of the role.</summary>
    public async Task<string> TokenAsync(Role role)
    {
        var text = TokenText.Make();
        await Served.Tokens.PutAsync(new(text.Id, text.Hash(), new($"{role}@example.com", role, Seat.Ceo, true), Clock.GetUtcNow(), null), default);
        return text.ToString();
    }

    /// <summary>Subjects of all notices that were taken, oldest first.</summary>
    public async Task<IReadOnlyList<string>> SubjectsAsync() =>
        [.. (await Told.ListAsync(new() { Most = 100 }, default)).Reverse().SelectMany(parcel => parcel.Notices).Select(kept => kept.Notice.Subject)];

    public async ValueTask DisposeAsync()
    {
        await Engine.DisposeAsync();
        _ledger.Dispose();
        _store.Dispose();
    }

    private static HostRecords Records(RecordStore store, SqliteLedger ledger) => new()
    {
        Answers = store.Answers,
        Artifacts = store.Artifacts,
        Audit = store.Audit,
        Campaign = store.Campaign,
        Channel = store.Channel,
        Delegations = store.Delegations,
        Flags = store.Flags,
        Issues = store.Issues,
        Ledger = ledger,
        Links = store.Links,
        Plays = store.Plays,
        Register = store.Register,
        SignalKeys = new MemorySignalKeys(),
        Told = store.Told,
        Tokens = store.Tokens,
        Visits = store.Visits,
    };
}
