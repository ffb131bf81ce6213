using Optimizer.Domain.Hypotheses;
using Optimizer.Domain.Policies;

namespace Optimizer.Standalone.Backtests;

/// <summary>A hypothesis, however often it was made, and what policy said to it.</summary>
/// <param name="Hypothesis">As it was made first.</param>
/// <param name="First">The day.</param>
/// <param name="Times">Made.</param>
/// <param name="Ruling">Policy's first answer; null when it was never next.</param>
/// <param name="RulingId">For why and replay.</param>
/// <param name="AtFull">What the same policy answers to the same action at full autonomy: what would have been started, or asked of whom.</param>
internal sealed record ProposedChange(Hypothesis Hypothesis, DateOnly First, int Times, Ruling? Ruling, string? RulingId, Ruling? AtFull);
