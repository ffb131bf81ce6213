using System.Text.Json;

namespace Optimizer.Functions.Durable;

/// <summary>A signal that the workflow has not waited for yet.</summary>
/// <param name="Name">Compared ignoring case.</param>
/// <param name="Event">What was raised, which may be anything.</param>
internal sealed record KeptSignal(string Name, JsonElement? Event);
