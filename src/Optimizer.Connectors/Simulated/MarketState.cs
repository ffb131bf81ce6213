using Optimizer.Domain.Plays;
using Optimizer.Workflows.Ports;

namespace Optimizer.Connectors.Simulated;

/// <summary>What is live from a moment on.</summary>
/// <param name="At">The moment.</param>
/// <param name="Settings">What was applied for everybody, one per variable; a variable that is missing is as it was at first.</param>
/// <param name="Flags">All there are, oldest first, those switched off included.</param>
internal sealed record MarketState(DateTimeOffset At, IReadOnlyList<VariableSetting> Settings, IReadOnlyList<FlagState> Flags)
{
    public static readonly MarketState Untouched = new(DateTimeOffset.MinValue, [], []);

    public VariableSetting? Applied(string variable)
    {
        foreach (var setting in Settings)
        {
            if (setting.Variable == variable)
            {
                return setting;
            }
        }

        return null;
    }

    public FlagState? Flag(string experiment)
    {
        foreach (var flag in Flags)
        {
            if (flag.Experiment == experiment)
            {
                return flag;
            }
        }

        return null;
    }
}
