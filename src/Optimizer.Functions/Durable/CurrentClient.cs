using Microsoft.DurableTask.Client;

namespace Optimizer.Functions.Durable;

/// <summary>
/// The client of the running function: Azure Functions hands one to each invocation and none to the container, and the activities ask for
/// theirs through the world.
/// </summary>
internal static class CurrentClient
{
    private static readonly AsyncLocal<DurableTaskClient?> Current = new();

    /// <summary>Set first of all in a function that is given one.</summary>
    public static DurableTaskClient Value
    {
        get => Current.Value ?? throw new InvalidOperationException("this function was not given a client of Durable Task, or did not set it");
        set => Current.Value = value;
    }
}
