using System.Text.Json;

namespace Optimizer.Functions.Durable;

/// <summary>The input of one attempt of an activity.</summary>
/// <param name="InstanceId">Who calls.</param>
/// <param name="Key">Idempotency key: of instance, generation and call, the same in all attempts.</param>
/// <param name="Attempt">From 1.</param>
/// <param name="Input">What the activity gets.</param>
/// <param name="Trace">The W3C trace of the instance.</param>
internal sealed record CallEnvelope(string InstanceId, string Key, int Attempt, JsonElement Input, string? Trace = null);
