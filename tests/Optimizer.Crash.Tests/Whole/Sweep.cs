using Optimizer.Crash.Tests.Dying;

namespace Optimizer.Crash.Tests.Whole;

/// <summary>Plays the script once for every place where something can go wrong.</summary>
internal static class Sweep
{
    private const int MostFailures = 5;

    /// <summary>Meets the fault at call 1, 2, 3 and so on until a run has fewer calls.</summary>
    /// <returns>How many runs met it.</returns>
    public static async Task<int> EveryCallAsync(FaultKind kind)
    {
        var failures = new List<string>();
        var call = 1;
        for (var struck = 1; struck > 0 && failures.Count < MostFailures; call++)
        {
            struck = await PlayAsync(failures, new Fault(call, kind));
        }

        Assert.True(failures.Count == 0, string.Join("\n\n", failures));
        return call - 2;
    }

    /// <summary>Plays it with these faults, one in each life, and notes what goes wrong.</summary>
    public static async Task<int> PlayAsync(List<string> failures, params Fault[] faults)
    {
        try
        {
            return (await WholeRun.PlayAsync(faults)).Struck;
        }
        catch (Exception wrong)
        {
            failures.Add($"{string.Join(" then ", faults.Select(fault => fault.ToString()))}: {wrong.Message}");
            return 1;
        }
    }
}
