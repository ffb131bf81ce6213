using System.Text.Json;
using Optimizer.Workflows;

namespace Optimizer.Functions.Durable;

/// <summary>
/// The output of one attempt of an activity: a failure is a value, because of an exception only type and message would come through, and
/// because the retry schedule is ours.
/// </summary>
/// <param name="Output">When it succeeded.</param>
/// <param name="Failure">When it did not.</param>
internal sealed record CallAnswer(JsonElement? Output, Failure? Failure = null);
