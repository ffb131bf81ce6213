using System.Globalization;
using System.Text.Json.Serialization;

namespace Optimizer.Functions.Tables.Ledger;

/// <summary>Which running sum.</summary>
/// <param name="Day">Assignment day.</param>
/// <param name="Stretch">Index of the shares in force.</param>
/// <param name="Variant">Index of the variant.</param>
internal readonly record struct SumKey(DateOnly Day, int Stretch, int Variant)
{
    /// <summary>In this order totals are told.</summary>
    [JsonIgnore]
    public string Row => string.Create(CultureInfo.InvariantCulture, $"{Day.DayNumber:d8}.{Stretch:d6}.{Variant:d4}");
}
