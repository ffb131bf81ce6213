namespace Optimizer.Cockpit.Api.Attribution;

/// <summary>What became of a batch.</summary>
/// <param name="Accepted">In the ledger now.</param>
/// <param name="Duplicates">There already.</param>
/// <param name="Quarantined">Kept apart with the reason and not counted.</param>
/// <param name="Answers">One per event, in the order in which they were sent.</param>
internal sealed record EventsAnswer(int Accepted, int Duplicates, int Quarantined, IReadOnlyList<OneEventAnswer> Answers);
