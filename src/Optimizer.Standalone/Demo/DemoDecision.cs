using Optimizer.Domain.Experiments;

namespace Optimizer.Standalone.Demo;

/// <summary>One experiment of the demo and what is true of it.</summary>
/// <param name="Play">Slug.</param>
/// <param name="Card">What the trail says.</param>
/// <param name="ApprovedBy">Who said yes, in order; empty when the loop acted alone.</param>
/// <param name="RejectedBy">Who said no to its adoption, in order; mostly nobody.</param>
/// <param name="TrueGain">Of the variant against the control, lasting, a share in the good direction; null when nothing had begun.</param>
internal sealed record DemoDecision(string Play, ExperimentCard Card, IReadOnlyList<string> ApprovedBy, IReadOnlyList<string> RejectedBy, double? TrueGain)
{
    public bool IsAdopted => Card.Adopted is not null;
}
