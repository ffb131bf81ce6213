using Optimizer.Cockpit.Api.Approvals;

namespace Optimizer.Cockpit.Pages.Approvals;

/// <summary>The queue.</summary>
/// <param name="Open">This page of what waits, most urgent first.</param>
/// <param name="Waiting">All that wait.</param>
/// <param name="Next">Address of the next page; null when this is the last.</param>
/// <param name="Ended">What was decided lately, newest first.</param>
public sealed record QueueModel(IReadOnlyList<QueueItem> Open, int Waiting, string? Next, IReadOnlyList<ApprovalShown> Ended);
