using Optimizer.Domain.Approvals;

namespace Optimizer.Domain.Policies;

/// <summary>How an approval is asked for, when a ruling asks.</summary>
/// <param name="OnTimeout">What happens when nobody answers; high risk waits on, always (C12).</param>
/// <param name="Hours">Until then.</param>
/// <param name="Quorum">Approvals needed from different people.</param>
/// <param name="HumanOnly">Whether a program may not even say no.</param>
public sealed record ApprovalTerms(TimeoutAction OnTimeout, double Hours, int Quorum, bool HumanOnly = true);
