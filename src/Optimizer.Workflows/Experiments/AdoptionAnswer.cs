using Optimizer.Domain.Approvals;
using Optimizer.Domain.Policies;

namespace Optimizer.Workflows.Experiments;

/// <param name="Ruling">What policy says.</param>
/// <param name="Adopts">Whether the variant may go live.</param>
/// <param name="Request">The question to put; null unless a person is to be asked.</param>
public sealed record AdoptionAnswer(Ruling Ruling, bool Adopts, ApprovalRequest? Request);
