using System.Globalization;
using Optimizer.Workflows;

namespace Optimizer.Functions.Durable;

/// <summary>Short names of instances that no other instance has, also not a later one of the same id.</summary>
internal static class IdempotencyKeys
{
    public static string Of(string instanceId, DateTimeOffset created) =>
        PayloadHash.Of(instanceId, created.UtcTicks.ToString(CultureInfo.InvariantCulture));
}
