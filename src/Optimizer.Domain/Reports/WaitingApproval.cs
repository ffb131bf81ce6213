using Optimizer.Domain.Approvals;
using Optimizer.Domain.Policies;

namespace Optimizer.Domain.Reports;

/// <summary>A question that nobody has answered at the end of the week.</summary>
/// <param name="Approval">Its id.</param>
/// <param name="Title">What would be done.</param>
/// <param name="Why">The decisive reason.</param>
/// <param name="Seat">Who may answer.</param>
/// <param name="AskedAt">When.</param>
/// <param name="ExpiresAt">Until when.</param>
/// <param name="OnTimeout">What happens then; never an approval.</param>
public sealed record WaitingApproval(
    string Approval, string Title, string Why, Seat Seat, DateTimeOffset AskedAt, DateTimeOffset ExpiresAt, TimeoutAction OnTimeout);
