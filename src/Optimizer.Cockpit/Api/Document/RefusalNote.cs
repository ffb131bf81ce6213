namespace Optimizer.Cockpit.Api.Document;

/// <summary>Statuses of problems that a route may answer.</summary>
internal sealed record RefusalNote(IReadOnlyList<int> Statuses);
