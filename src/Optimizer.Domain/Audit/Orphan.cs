namespace Optimizer.Domain.Audit;

/// <summary>A record that stands alone although another must go with it.</summary>
/// <param name="Sequence">Where it stands.</param>
/// <param name="Play">Its play.</param>
/// <param name="Problem">What is missing, in words.</param>
public sealed record Orphan(long Sequence, string Play, string Problem)
{
    public override string ToString() => $"record {Sequence} ({Play}): {Problem}";
}
