namespace Optimizer.Embedded.Ledger;

/// <summary>Something in the ledger that is not as it was written.</summary>
/// <param name="Where">Such as batch 12, rows 5001 to 10000; or the name of a running sum.</param>
/// <param name="Problem">In words.</param>
public sealed record LedgerFault(string Where, string Problem)
{
    public override string ToString() => $"{Where}: {Problem}";
}
