using Optimizer.Workflows;

namespace Optimizer.Embedded.History;

/// <summary>Something a workflow asked for, in a turn.</summary>
/// <param name="Step">Number of the step it begins, from 0 in each generation, in the order of asking.</param>
internal abstract record Command(int Step)
{
    /// <summary>An attempt of an activity.</summary>
    /// <param name="Step">This attempt's step.</param>
    /// <param name="Name">The activity.</param>
    /// <param name="Input">JSON.</param>
    /// <param name="Call">Step of the first attempt: names the call across its attempts.</param>
    /// <param name="Attempt">From 1.</param>
    public sealed record CallActivity(int Step, string Name, Payload Input, int Call, int Attempt) : Command(Step);

    /// <summary>An attempt of a child workflow.</summary>
    public sealed record RunChild(int Step, string Name, string ChildId, Payload Input, int Attempt) : Command(Step);

    /// <summary>A sleep, or the wait before another attempt.</summary>
    public sealed record SetTimer(int Step, long DueAt) : Command(Step);

    /// <summary>A wait for a signal, until a time if it has one.</summary>
    public sealed record WaitForSignal(int Step, string Name, long? DueAt) : Command(Step);

    /// <summary>When the step's timer is due, UTC ticks; null when it has none.</summary>
    public long? Due => this switch
    {
        SetTimer timer => timer.DueAt,
        WaitForSignal wait => wait.DueAt,
        _ => null,
    };

    /// <summary>Whether the step is the same as another: kind and names, as Durable Task compares; inputs may differ.</summary>
    public bool IsSameStep(Command other) => (this, other) switch
    {
        (CallActivity a, CallActivity b) => a.Step == b.Step && Same(a.Name, b.Name),
        (RunChild a, RunChild b) => a.Step == b.Step && Same(a.Name, b.Name) && a.ChildId == b.ChildId,
        (SetTimer a, SetTimer b) => a.Step == b.Step,
        (WaitForSignal a, WaitForSignal b) => a.Step == b.Step && Same(a.Name, b.Name),
        _ => false,
    };

    /// <summary>In the words of an error: what was asked for.</summary>
    public string Describe() => this switch
    {
        CallActivity call => $"activity '{call.Name}' (step {Step})",
        RunChild child => $"child workflow '{child.Name}' as '{child.ChildId}' (step {Step})",
        SetTimer => $"a timer (step {Step})",
        WaitForSignal wait => $"a wait for signal '{wait.Name}' (step {Step})",
        _ => throw new InvalidOperationException($"unknown command {GetType().Name}"),
    };

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
