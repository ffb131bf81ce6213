using Optimizer.Workflows;

namespace Optimizer.Conformance.Tests.Port;

/// <summary>A running engine, as far as the suite may know it: a client, a clock and a way to change the code.</summary>
public interface IWorkflowHost : IAsyncDisposable
{
    /// <summary>The engine's client; ask for it anew after a deployment.</summary>
    IWorkflowClient Client { get; }

    /// <summary>Whether time stands still until it is passed.</summary>
    bool HasVirtualTime { get; }

    /// <summary>What the engine's clock shows.</summary>
    DateTimeOffset UtcNow { get; }

    /// <summary>Lets time pass: jumps on a virtual clock, waits on a real one. What falls due has its time, not yet its end.</summary>
    Task PassTimeAsync(TimeSpan time);

    /// <summary>
    /// Goes on with other code, as after a deployment: every instance replays its history under it before its next step.
    /// Not for a host that keeps nothing.
    /// </summary>
    Task DeployAsync(WorkflowRegistry registry);
}
