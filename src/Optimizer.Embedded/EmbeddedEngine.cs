using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Optimizer.Embedded.History;
using Optimizer.Embedded.Inspection;
using Optimizer.Embedded.Inspection.Door;
using Optimizer.Embedded.Running;
using Optimizer.Embedded.Storage;
using Optimizer.Embedded.Telemetry;
using Optimizer.Workflows;
using Optimizer.Workflows.Instances;
using Activity = System.Diagnostics.Activity;

namespace Optimizer.Embedded;

/// <summary>
/// The durable engine in this process, on one SQLite file. Stop it before the process ends, or simply die: nothing that was
/// acknowledged is lost, and nothing is told twice.
/// </summary>
public sealed class EmbeddedEngine : IWorkflowClient, IAsyncDisposable
{
    /// <summary>Name of its OpenTelemetry meter and source of traces.</summary>
    public const string TelemetryName = EngineMetrics.Name;

    private readonly EngineCore _core;
    private readonly EngineLife _life;

    private EmbeddedEngine(EngineCore core, EngineLife life) => (_core, _life) = (core, life);

    /// <summary>Opens the file, takes it for this process alone, and goes on with everything that was under way.</summary>
    /// <exception cref="EngineFileException">The file is in use, damaged, read-only, or of a newer version.</exception>
    public static Task<EmbeddedEngine> OpenAsync(
        EngineOptions options, WorkflowRegistry registry, TimeProvider clock, IServiceProvider? services = null, ILoggerFactory? loggers = null) =>
        OpenAsync(options, registry, clock, services, loggers, store => store);

    /// <summary>As above, with the store wrapped: crash tests die in it.</summary>
    internal static async Task<EmbeddedEngine> OpenAsync(
        EngineOptions options, WorkflowRegistry registry, TimeProvider clock, IServiceProvider? services, ILoggerFactory? loggers,
        Func<IEngineStore, IEngineStore> wrap)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(registry);
        ArgumentNullException.ThrowIfNull(clock);
        options.Check();
        var log = (loggers ?? NullLoggerFactory.Instance).CreateLogger<EmbeddedEngine>();
        var sqlite = SqliteStore.Open(options.File, clock);
        var store = wrap(sqlite);
        var metrics = new EngineMetrics();
        var core = new EngineCore(options, registry, clock, services ?? NoServices.Instance, log, metrics, store);
        (sqlite.Changed, sqlite.Deleted) = (core.Statuses.Changed, core.Statuses.Deleted);
        var engine = new EmbeddedEngine(core, new EngineLife(core, store, sqlite.Lock, options.File ?? ":memory:"));
        await engine._life.BeginAsync().ConfigureAwait(false);
        metrics.Watch(engine.Health);
        if (options.File is { } file)
        {
            engine._life.Door = new EngineDoor(engine, file, log);
            engine._life.Door.Start();
        }

        return engine;
    }

    /// <summary>How it is doing.</summary>
    public EngineHealth Health() => _life.Health();

    /// <summary>What happened to an instance in its current generation; null when there is none of this id.</summary>
    public async Task<InstanceHistory?> HistoryAsync(string instanceId, CancellationToken cancellationToken = default) =>
        HistoryReader.Tell(await AskAsync(
            new ReadRequest<HistoryReader.Stored?>(store => HistoryReader.Read(store, instanceId)), cancellationToken).ConfigureAwait(false));

    /// <summary>Children of an instance, of all its generations, in the order of their creation; none when there is no such instance.</summary>
    public Task<IReadOnlyList<InstanceStatus>> ChildrenAsync(string instanceId, CancellationToken cancellationToken = default) =>
        AskAsync(new ReadRequest<IReadOnlyList<InstanceStatus>>(store => StatusReader.Children(store, instanceId)), cancellationToken);

    /// <summary>Copies the store, consistent, while everything goes on, to a file that does not exist yet.</summary>
    /// <exception cref="EngineFileException">The copy cannot be made there.</exception>
    public Task BackupAsync(string file, CancellationToken cancellationToken = default) =>
        AskAsync(new BackupRequest(file), cancellationToken);

    /// <summary>
    /// Only on a <see cref="VirtualClock"/>: runs everything that is due, jumping from timer to timer, until the time is
    /// reached; the clock then stands there.
    /// </summary>
    /// <exception cref="InvalidOperationException">The engine runs on another clock.</exception>
    public Task RunUntilAsync(DateTimeOffset until, CancellationToken cancellationToken = default) =>
        _core.VirtualTime?.RunUntilAsync(until, cancellationToken)
            ?? throw new InvalidOperationException("only an engine on a VirtualClock can be run until a time");

    /// <summary>
    /// Takes no new work, lets running activities end within the grace, then cancels them, and closes the file. Twice is once.
    /// </summary>
    public Task StopAsync(TimeSpan grace) => _life.StopAsync(grace);

    /// <summary>Stops without grace.</summary>
    public async ValueTask DisposeAsync() => await StopAsync(TimeSpan.Zero).ConfigureAwait(false);

    /// <summary>Drops everything as a death of the process would, for crash tests: nothing more is written.</summary>
    internal Task AbandonAsync() => _life.AbandonAsync();

    public async Task<StartAnswer> StartAsync<TIn, TOut>(
        Workflow<TIn, TOut> workflow, string instanceId, TIn input, StartOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(workflow);
        WorkflowIds.Check(instanceId);
        options ??= new();
        var payload = _core.Limits.Write(input, "the input of workflow", workflow.Name);
        var code = options.Version is { } version ? _core.Registry.Find(workflow.Name, version) : _core.Registry.Newest(workflow.Name);
        return code is null
            ? StartAnswer.UnknownWorkflow
            : await Starting.StartAsync(_core, code, instanceId, payload, options, Activity.Current?.Id).WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    public async Task<SignalAnswer> SignalAsync<T>(
        string instanceId, Signal<T> signal, T payload, string? key = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(signal);
        WorkflowIds.Check(instanceId);
        var message = new Message.Signalled(signal.Name, _core.Limits.Write(payload, "the payload of signal", signal.Name), key);
        return await AskAsync(
            new SignalRequest(_core, instanceId, _core.Instances.GetValueOrDefault(instanceId), message), cancellationToken).ConfigureAwait(false);
    }

    public Task<InstanceStatus?> StatusAsync(string instanceId, CancellationToken cancellationToken = default) =>
        _core.Statuses.Find(instanceId) is { } known
            ? Task.FromResult<InstanceStatus?>(known)
            : AskAsync(new StatusRequest(_core.Statuses, instanceId), cancellationToken);

    public async Task<InstancePage> ListAsync(InstanceQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return await AskAsync(new ReadRequest<InstancePage>(store => StatusReader.List(store, query)), cancellationToken).ConfigureAwait(false);
    }

    public async Task<InstanceStatus?> CompletionAsync(string instanceId, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            Task<InstanceStatus?>? completion = null;
            if (_core.Instances.TryGetValue(instanceId, out var live))
            {
                lock (live)
                {
                    completion = live.Completion();
                }
            }

            var status = completion is null ? null : await completion.WaitAsync(cancellationToken).ConfigureAwait(false);
            status ??= await StatusAsync(instanceId, cancellationToken).ConfigureAwait(false);
            if (status?.State.IsFinished() != false)
            {
                return status;
            }
        }
    }

    public Task<ControlAnswer> SuspendAsync(string instanceId, string reason, CancellationToken cancellationToken = default) =>
        ControlAsync(instanceId, live => new SuspendRequest(_core, live, reason), cancellationToken);

    public Task<ControlAnswer> ResumeAsync(string instanceId, CancellationToken cancellationToken = default) =>
        ControlAsync(instanceId, live => new ResumeRequest(_core, live), cancellationToken);

    public Task<ControlAnswer> TerminateAsync(
        string instanceId, string reason, bool children = false, CancellationToken cancellationToken = default) =>
        ControlAsync(instanceId, live => new TerminateRequest(_core, live, reason, children), cancellationToken);

    public Task<ControlAnswer> PurgeAsync(string instanceId, CancellationToken cancellationToken = default) =>
        AskAsync(new PurgeRequest(instanceId), cancellationToken);

    public async Task<int> PurgeAsync(InstanceQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        var all = 0;
        int some;
        do
        {
            some = await AskAsync(new PurgeManyRequest(query), cancellationToken).ConfigureAwait(false);
            all += some;
        }
        while (some == PurgeManyRequest.Most);

        return all;
    }

    private async Task<ControlAnswer> ControlAsync(
        string instanceId, Func<LiveInstance, Request<ControlAnswer>> request, CancellationToken cancellationToken)
    {
        if (_core.Instances.TryGetValue(instanceId, out var live))
        {
            return await AskAsync(request(live), cancellationToken).ConfigureAwait(false);
        }

        var isThere = await AskAsync(new ReadRequest<bool>(store => store.Find(instanceId) is not null), cancellationToken).ConfigureAwait(false);
        return isThere ? ControlAnswer.AlreadyFinished : ControlAnswer.NotFound;
    }

    private Task<TAnswer> AskAsync<TAnswer>(Request<TAnswer> request, CancellationToken cancellationToken)
    {
        _core.Writer.Submit(request);
        return request.Answer.WaitAsync(cancellationToken);
    }
}
