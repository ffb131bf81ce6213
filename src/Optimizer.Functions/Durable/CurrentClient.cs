using Microsoft.DurableTask.Client;
using Optimizer.Workflows;

namespace Optimizer.Functions.Durable;

/// <summary>
/// The engine as what runs now sees it: the platform hands its client to each function anew, and the loop asks for one whenever it needs it.
/// </summary>
/// <param name="over">Makes the port over a client of the platform.</param>
internal sealed class CurrentClient(Func<DurableTaskClient, IWorkflowClient> over)
{
    private readonly AsyncLocal<IWorkflowClient?> _client = new();

    /// <exception cref="InvalidOperationException">Nothing was entered: the code runs outside of every function.</exception>
    public IWorkflowClient Client => _client.Value ?? throw new InvalidOperationException("no function runs here, so there is no engine at hand");

    /// <summary>Everything that is awaited until the answer is disposed has this client.</summary>
    public IDisposable Enter(DurableTaskClient client)
    {
        var before = _client.Value;
        _client.Value = over(client);
        return new Left(() => _client.Value = before);
    }

    private sealed class Left(Action leave) : IDisposable
    {
        public void Dispose() => leave();
    }
}
