using Optimizer.Domain.Audit;
using Optimizer.Domain.Plays;
using Optimizer.Domain.Reports;
using Optimizer.Embedded;
using Optimizer.Embedded.Records;
using Optimizer.Tests.Domain.Reports;
using Optimizer.Workflows;
using Optimizer.Workflows.Ports;
using Optimizer.Workflows.Reports;

namespace Optimizer.Tests.Workflows.Reports;

/// <summary>The clock of the reports on an engine in virtual time, with real stores; in memory, or in a folder to die and go on.</summary>
internal sealed class ReportRun : IAsyncDisposable
{
    private readonly string? _folder;
    private RecordStore? _store;
    private EmbeddedEngine? _engine;

    public ReportRun(DateTimeOffset start, string? folder = null) => (Clock, _folder) = (new VirtualClock(start), folder);

    public VirtualClock Clock { get; }

    public Sinks Sinks { get; } = new();

    public RecordStore Store => _store ?? throw new InvalidOperationException("not open");

    public EmbeddedEngine Engine => _engine ?? throw new InvalidOperationException("not open");

    /// <summary>Wraps the world for faults.</summary>
    public Func<World, World> With { get; set; } = world => world;

    public async Task<ReportRun> OpenAsync()
    {
        _store = RecordStore.Open(_folder is null ? null : Path.Combine(_folder, "records.db"), new() { Durable = false });
        var world = With(new World
        {
            Client = null!,
            Kpis = null!,
            Exposures = null!,
            Flags = null!,
            Channel = null!,
            Strategist = null!,
            Issues = null!,
            Register = Store.Register,
            Notifier = Sinks,
            Campaign = Sinks,
            Audit = Store.Audit,
            Plays = Store.Plays,
            Artifacts = Store.Artifacts,
        });
        var registry = ReportLoop.Register(new WorkflowRegistry(), world, Read);
        _engine = await EmbeddedEngine.OpenAsync(new() { File = _folder is null ? null : Path.Combine(_folder, "engine.db") }, registry, Clock);
        return this;
    }

    public async Task<ReportRun> WithPlaysAsync(params string[] slugs)
    {
        foreach (var slug in slugs)
        {
            await Store.Plays.PutAsync(slug, $"slug: {slug}", "plays.yaml", Clock.GetUtcNow(), default);
        }

        return this;
    }

    public Task StartAsync(ReportSchedule schedule) => Engine.StartAsync(ReportClockWorkflow.Handle, ReportClockWorkflow.InstanceId, new(schedule));

    public Task PassAsync(TimeSpan time) => Engine.RunUntilAsync(Clock.GetUtcNow() + time);

    /// <summary>The process dies: nothing is wound up.</summary>
    public async Task CloseAsync()
    {
        await Engine.DisposeAsync();
        Store.Dispose();
    }

    public async Task<IReadOnlyList<AuditRecord>> RecordsAsync(string kind, string? play = null)
    {
        var records = new List<AuditRecord>();
        await foreach (var record in Store.Audit.ReadAsync(new() { Kinds = [kind], Play = play }, default))
        {
            records.Add(record);
        }

        return records;
    }

    public async ValueTask DisposeAsync() => await CloseAsync();

    // The definition does not matter here, but that it reads does.
    private static (Play? Play, string? Problem) Read(StoredText text) => text.Name == "broken"
        ? (null, "plays.yaml:1: slug: says nothing")
        : (Trail.Onboarding with { Slug = text.Name, Name = text.Name }, null);
}
