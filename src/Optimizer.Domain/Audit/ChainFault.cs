namespace Optimizer.Domain.Audit;

/// <summary>Something that was done to a trail after it was written.</summary>
/// <param name="Sequence">Of the record it shows at; 0 when it concerns the whole trail.</param>
/// <param name="Problem">In words.</param>
public sealed record ChainFault(long Sequence, string Problem)
{
    public override string ToString() => Sequence == 0 ? Problem : $"record {Sequence}: {Problem}";
}
