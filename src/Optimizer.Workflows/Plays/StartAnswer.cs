using Optimizer.Domain.Approvals;
using Optimizer.Domain.Policies;

namespace Optimizer.Workflows.Plays;

/// <param name="Ruling">What policy says.</param>
/// <param name="Starts">Whether the start is reserved: the experiment may be launched.</param>
/// <param name="Request">The question to put; null unless a person is to be asked.</param>
/// <param name="Site">The play's site.</param>
public sealed record StartAnswer(Ruling Ruling, bool Starts, ApprovalRequest? Request, string Site);
