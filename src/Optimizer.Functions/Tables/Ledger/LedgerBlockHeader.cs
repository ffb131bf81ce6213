using System.Text.Json.Serialization;
using Optimizer.Workflows;

namespace Optimizer.Functions.Tables.Ledger;

/// <summary>First line of a block.</summary>
/// <param name="Number">Of the block.</param>
/// <param name="Previous">Hash of the block before it.</param>
/// <param name="Batch">Who wrote it.</param>
/// <param name="Lines">Lines that follow.</param>
internal sealed record LedgerBlockHeader(long Number, string Previous, string Batch, int Lines)
{
    [JsonIgnore]
    public string Line => Payload.Of(this) + "\n";
}
