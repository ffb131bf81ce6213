namespace Optimizer.Domain.Audit.Events;

/// <summary>Somebody was shown personal data: the actor of the entry. Written once per person, page and hour.</summary>
/// <param name="Page">Which page, such as ledger.</param>
/// <param name="What">What stood on it, such as events of onboarding-3.</param>
public sealed record PageViewed(string Page, string What) : AuditEvent;
