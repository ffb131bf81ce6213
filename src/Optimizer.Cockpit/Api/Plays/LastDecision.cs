using Optimizer.Domain.Decisions;

namespace Optimizer.Cockpit.Api.Plays;

/// <param name="Id">Of its record, as /api/decisions takes it; empty when the experiment ended without evidence.</param>
/// <param name="Experiment">It is about.</param>
/// <param name="Kind">What was decided.</param>
/// <param name="At">When.</param>
/// <param name="Reasons">In words, most important first.</param>
public sealed record LastDecision(string Id, string Experiment, DecisionKind Kind, DateTimeOffset At, IReadOnlyList<string> Reasons);
