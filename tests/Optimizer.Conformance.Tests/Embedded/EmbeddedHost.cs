using Optimizer.Conformance.Tests.Port;
using Optimizer.Embedded;
using Optimizer.Workflows;

namespace Optimizer.Conformance.Tests.Embedded;

/// <summary>The embedded engine as the port's suite sees it.</summary>
internal sealed class EmbeddedHost : IWorkflowHost
{
    private readonly EngineFolder? _folder;
    private readonly EngineOptions _options;
    private readonly TimeProvider _clock;
    private EmbeddedEngine? _engine;

    private EmbeddedHost(EngineFolder? folder, EngineOptions options, TimeProvider clock) =>
        (_folder, _options, _clock) = (folder, options with { File = folder?.File }, clock);

    public IWorkflowClient Client => Engine;

    public bool HasVirtualTime => _clock is VirtualClock;

    public DateTimeOffset UtcNow => _clock.GetUtcNow();

    private EmbeddedEngine Engine => _engine ?? throw new InvalidOperationException("the engine is not open");

    public static Task<IWorkflowHost> OnDiskAsync(EngineOptions options, TimeProvider clock, WorkflowRegistry registry) =>
        OpenAsync(new(new EngineFolder(), options, clock), registry);

    public static Task<IWorkflowHost> InMemoryAsync(EngineOptions options, TimeProvider clock, WorkflowRegistry registry) =>
        OpenAsync(new(null, options, clock), registry);

    public Task PassTimeAsync(TimeSpan time) => HasVirtualTime ? Engine.RunUntilAsync(UtcNow + time) : Task.Delay(time);

    public async Task DeployAsync(WorkflowRegistry registry)
    {
        if (_folder is null)
        {
            throw new InvalidOperationException("an engine in memory keeps nothing that other code could go on with");
        }

        await Engine.DisposeAsync();
        _engine = await EmbeddedEngine.OpenAsync(_options, registry, _clock);
    }

    public async ValueTask DisposeAsync()
    {
        if (_engine is not null)
        {
            await _engine.DisposeAsync();
        }

        _folder?.Delete();
    }

    private static async Task<IWorkflowHost> OpenAsync(EmbeddedHost host, WorkflowRegistry registry)
    {
        host._engine = await EmbeddedEngine.OpenAsync(host._options, registry, host._clock);
        return host;
    }
}
