using Optimizer.Standalone.Commands;
using Optimizer.Workflows.Instances;

namespace Optimizer.Standalone.Engine;

/// <summary>States in their colours: red wants a person, yellow was stopped by one, grey is over.</summary>
internal static class StateColours
{
    public static string Markup(RunState state) => $"[{Of(state)}]{JsonValues.Name(state)}[/]";

    private static string Of(RunState state) => state switch
    {
        RunState.Pending => "blue",
        RunState.Running => "green",
        RunState.Suspended => "yellow",
        RunState.Parked => "bold red",
        RunState.Completed => "default",
        RunState.Failed => "red",
        RunState.Terminated => "grey",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "unknown state"),
    };
}
