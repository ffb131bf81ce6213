using System.Text.Json;
using Optimizer.Workflows;
using Optimizer.Workflows.Instances;

namespace Optimizer.Embedded.Inspection;

/// <summary>Makes the line of a list from a status and the history behind it.</summary>
internal static class Listing
{
    private static readonly Payload Null = Payload.Of<object?>(null);

    /// <summary>The refusal of a page that begins nowhere.</summary>
    public static EngineViewException Nowhere(InstanceQuery query, ArgumentException inner) =>
        new(ViewProblem.BadQuestion, $"'{query.After}' is not where a page begins", inner);

    /// <summary>The line.</summary>
    /// <param name="status">How it stands.</param>
    /// <param name="history">Reads its history, which may be gone by now; asked only for one that goes on.</param>
    public static async Task<ListedInstance> OfAsync(InstanceStatus status, Func<Task<InstanceHistory?>> history)
    {
        var brief = status with { Input = Null, Output = null };
        if (status.State.IsFinished())
        {
            return new(brief, []);
        }

        try
        {
            return await history().ConfigureAwait(false) is { } told ? new(brief, AwaitedSteps.Of(told)) : new(brief, []);
        }
        catch (Exception damaged) when (damaged is JsonException or EngineViewException { Problem: ViewProblem.Failed })
        {
            return new(brief, [], damaged.Message);
        }
    }
}
