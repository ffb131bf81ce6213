using System.Text.Json.Serialization;
using Optimizer.Domain.Attribution;

namespace Optimizer.Functions.Tables.Ledger;

/// <summary>What is asked of an experiment's log, and a line of it once it counts: an event, the assignment of a unit, or a definition.</summary>
internal sealed record LedgerItem
{
    // JSON writes up to six bytes for one character, and names of fields beside.
    private const int BytesPerCharacter = 6;
    private const int BytesBeside = 400;

    /// <summary>When it came.</summary>
    public required DateTimeOffset At { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AttributionEvent? Event { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public LedgerExperiment? Definition { get; init; }

    /// <summary>Unit that is assigned; null when none is.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Assigned { get; init; }

    /// <summary>Index of the variant it is assigned.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Variant { get; init; }

    /// <summary>The unit it tells of; null for a definition.</summary>
    [JsonIgnore]
    public string? Unit => Definition is null ? Assigned ?? Event?.Unit ?? "" : null;

    /// <summary>Bytes of its line, at most; a definition goes alone.</summary>
    [JsonIgnore]
    public long MostBytes => BytesBeside + (BytesPerCharacter * Characters);

    private long Characters => Assigned?.Length ?? 0L + (Event is { } happened
        ? (happened.Id?.Length ?? 0) + (happened.Experiment?.Length ?? 0) + (happened.Variant?.Length ?? 0) + (happened.Event?.Length ?? 0)
            + (happened.Unit?.Length ?? 0) + (happened.Path?.Length ?? 0L)
        : 0L);
}
