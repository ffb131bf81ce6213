using System.Text.Json.Serialization;

namespace Optimizer.Cockpit.Api.Attribution;

/// <summary>An event as it is sent; stands for its schema, the events themselves are read by the ledger's own reader.</summary>
/// <param name="Id">Given by the sender; the same id twice is one event.</param>
/// <param name="At">When it happened.</param>
/// <param name="Experiment">Id of the experiment.</param>
/// <param name="Variant">Name of the variant that the unit had.</param>
/// <param name="Event">view, click, checkout, purchase, or a name of the play's own.</param>
/// <param name="Unit">Pseudonymous id of the visitor.</param>
/// <param name="Value">Amount; left out when it has none.</param>
/// <param name="Path">The page.</param>
internal sealed record SentEvent(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("ts")] DateTimeOffset At,
    [property: JsonPropertyName("exp_id")] string Experiment,
    [property: JsonPropertyName("variant")] string Variant,
    [property: JsonPropertyName("event")] string Event,
    [property: JsonPropertyName("session_id")] string Unit,
    [property: JsonPropertyName("value")] decimal? Value = null,
    [property: JsonPropertyName("path")] string? Path = null);
