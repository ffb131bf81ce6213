using System.Text.Json.Serialization;
using Optimizer.Domain.Attribution;

namespace Optimizer.Functions.Tables.Ledger;

/// <summary>
/// What is asked of an experiment's log: an event, the assignment of a unit, or a definition. A line of it once it counts; an event that
/// cannot be counted stands there as what is set aside, so that it is as durable as the others of its block.
/// </summary>
internal sealed record LedgerItem
{
    // JSON within JSON writes up to eight bytes for one character; beside are names of fields, and why it is set aside.
    private const int BytesPerCharacter = 8;
    private const int BytesBeside = 5_000;
    private const long MostInBlock = 40_000;

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

    /// <summary>What is set aside; null when nothing is.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AsideRow? Aside { get; init; }

    /// <summary>Place in its call.</summary>
    [JsonIgnore]
    public int Place { get; init; }

    /// <summary>The unit it tells of; null when it tells of none.</summary>
    [JsonIgnore]
    public string? Unit => Assigned ?? (Event is { } happened ? happened.Unit ?? "" : null);

    /// <summary>Whether it has a place in a block: every event that can be counted has, and what is longer is set aside by itself.</summary>
    [JsonIgnore]
    public bool FitsBlock => MostBytes <= MostInBlock;

    /// <summary>Bytes of its line, at most; a definition goes alone.</summary>
    [JsonIgnore]
    public long MostBytes => BytesBeside + (BytesPerCharacter * Characters);

    private long Characters => Assigned?.Length ?? 0L + (Event is { } happened
        ? (happened.Id?.Length ?? 0) + (happened.Experiment?.Length ?? 0) + (happened.Variant?.Length ?? 0) + (happened.Event?.Length ?? 0)
            + (happened.Unit?.Length ?? 0) + (happened.Path?.Length ?? 0L)
        : 0L);
}
