using System.Text.Json.Serialization;

namespace Optimizer.Functions.Tables.Ledger;

/// <summary>A unit in an experiment: where it belongs, and what it did of each event.</summary>
internal sealed record UnitCount
{
    /// <summary>The last block that it was counted in.</summary>
    public long Block { get; init; }

    public required int Variant { get; init; }

    /// <summary>Day of its assignment.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Index of the shares in force then.</summary>
    public required int Stretch { get; init; }

    /// <summary>By name of event.</summary>
    public Dictionary<string, UnitTally> Tallies { get; init; } = new(StringComparer.Ordinal);

    [JsonIgnore]
    public SumKey Place => new(Day, Stretch, Variant);
}
