namespace Optimizer.Domain.Reports;

/// <summary>What the other mode of a stated rule would have done in the week.</summary>
/// <param name="Experiment">Where.</param>
/// <param name="Rule">Which stated rule.</param>
/// <param name="Mode">The mode that would have done it: literal or guarded.</param>
/// <param name="Looks">Looks of the week at which it would.</param>
/// <param name="Text">In words, of the first of them.</param>
public sealed record ModeDifference(string Experiment, string Rule, string Mode, int Looks, string Text);
