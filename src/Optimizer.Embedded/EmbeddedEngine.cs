using Microsoft.Extensions.Logging;
using Optimizer.Embedded.Inspection;
using Optimizer.Embedded.Storage;
using Optimizer.Workflows;
using Optimizer.Workflows.Instances;

namespace Optimizer.Embedded;

/// <summary>The durable engine in this process, on one SQLite file. Stop it before the process ends, or simply die: nothing acknowledged is lost.</summary>
public sealed class EmbeddedEngine : IWorkflowClient, IAsyncDisposable
{
    /// <summary>Opens the file, takes it for this process alone, and goes on with everything that was under way.</summary>
    /// <exception cref="EngineFileException">The file is in use, damaged, read-only, or of a newer version.</exception>
    public static Task<EmbeddedEngine> OpenAsync(
        EngineOptions options, WorkflowRegistry registry, TimeProvider clock, IServiceProvider? services = null, ILoggerFactory? loggers = null) =>
        OpenAsync(options, registry, clock, services, loggers, store => store);

    /// <summary>As above, with the store wrapped: crash tests die in it.</summary>
    internal static Task<EmbeddedEngine> OpenAsync(
        EngineOptions options, WorkflowRegistry registry, TimeProvider clock, IServiceProvider? services, ILoggerFactory? loggers,
        Func<IEngineStore, IEngineStore> wrap) => throw new NotImplementedException();

    public EngineHealth Health() => throw new NotImplementedException();

    /// <summary>What happened to an instance; null when there is none of this id.</summary>
    public Task<InstanceHistory?> HistoryAsync(string instanceId, CancellationToken cancellationToken = default) => throw new NotImplementedException();

    /// <summary>Copies the store, consistent, while everything goes on, to a file that does not exist yet.</summary>
    public Task BackupAsync(string file, CancellationToken cancellationToken = default) => throw new NotImplementedException();

    /// <summary>
    /// Only on a <see cref="VirtualClock"/>: runs everything that is due, jumping from timer to timer, until the time is
    /// reached or nothing is left to do before it; the clock then stands at that time.
    /// </summary>
    public Task RunUntilAsync(DateTimeOffset until, CancellationToken cancellationToken = default) => throw new NotImplementedException();

    /// <summary>
    /// Takes no new work, lets running activities end within the grace, then cancels them, and closes the file. Twice is once.
    /// </summary>
    public Task StopAsync(TimeSpan grace) => throw new NotImplementedException();

    public ValueTask DisposeAsync() => throw new NotImplementedException();

    public Task<StartAnswer> StartAsync<TIn, TOut>(Workflow<TIn, TOut> workflow, string instanceId, TIn input, StartOptions? options = null, CancellationToken cancellationToken = default) => throw new NotImplementedException();

    public Task<SignalAnswer> SignalAsync<T>(string instanceId, Signal<T> signal, T payload, string? key = null, CancellationToken cancellationToken = default) => throw new NotImplementedException();

    public Task<InstanceStatus?> StatusAsync(string instanceId, CancellationToken cancellationToken = default) => throw new NotImplementedException();

    public Task<InstancePage> ListAsync(InstanceQuery query, CancellationToken cancellationToken = default) => throw new NotImplementedException();

    public Task<InstanceStatus?> CompletionAsync(string instanceId, CancellationToken cancellationToken = default) => throw new NotImplementedException();

    public Task<ControlAnswer> SuspendAsync(string instanceId, string reason, CancellationToken cancellationToken = default) => throw new NotImplementedException();

    public Task<ControlAnswer> ResumeAsync(string instanceId, CancellationToken cancellationToken = default) => throw new NotImplementedException();

    public Task<ControlAnswer> TerminateAsync(string instanceId, string reason, bool children = false, CancellationToken cancellationToken = default) => throw new NotImplementedException();

    public Task<ControlAnswer> PurgeAsync(string instanceId, CancellationToken cancellationToken = default) => throw new NotImplementedException();

    public Task<int> PurgeAsync(InstanceQuery query, CancellationToken cancellationToken = default) => throw new NotImplementedException();
}
