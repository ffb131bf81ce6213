namespace Optimizer.Domain.Audit.Events;

/// <summary>A program used the tools of an assistant; one record for all calls of a tool in a stretch of time, so that nobody can fill the trail.</summary>
/// <param name="Tool">Such as list_plays.</param>
/// <param name="Token">Id of the token that carried the calls.</param>
/// <param name="Count">Calls since the last record of the same tool and token.</param>
/// <param name="Since">The first of them.</param>
public sealed record ToolsCalled(string Tool, string Token, long Count, DateTimeOffset Since) : AuditEvent;
