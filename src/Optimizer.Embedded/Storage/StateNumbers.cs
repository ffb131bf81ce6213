using Optimizer.Workflows.Instances;

namespace Optimizer.Embedded.Storage;

/// <summary>
/// Numbers of states as kept in files; they never change, whatever the order of the enumeration. Finished ones, and only
/// they, are 4 or above: schema and queries rely on it.
/// </summary>
internal static class StateNumbers
{
    public static int Number(RunState state) => state switch
    {
        RunState.Running => 1,
        RunState.Suspended => 2,
        RunState.Parked => 3,
        RunState.Completed => 4,
        RunState.Failed => 5,
        RunState.Terminated => 6,
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "is not a state that is stored"),
    };

    /// <exception cref="StoreException">The file holds a number that no version wrote.</exception>
    public static RunState State(int number) => number switch
    {
        1 => RunState.Running,
        2 => RunState.Suspended,
        3 => RunState.Parked,
        4 => RunState.Completed,
        5 => RunState.Failed,
        6 => RunState.Terminated,
        _ => throw new StoreException($"the file is damaged: {number} is not a state", mayPass: false),
    };
}
