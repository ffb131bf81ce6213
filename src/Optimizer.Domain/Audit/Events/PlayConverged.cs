using Optimizer.Domain.Convergence;

namespace Optimizer.Domain.Audit.Events;

/// <summary>No further gains of the limit's size are found (S0-070).</summary>
/// <param name="Claim">How much may be said.</param>
/// <param name="Experiments">The run it rests on.</param>
/// <param name="Report">In words (S0-072).</param>
public sealed record PlayConverged(ConvergenceClaim Claim, IReadOnlyList<string> Experiments, string Report) : AuditEvent;
