using Optimizer.Cockpit.Api.Approvals;
using Optimizer.Cockpit.Pages.Shell;
using Optimizer.Domain.Hypotheses;

namespace Optimizer.Cockpit.Pages.Approvals;

/// <summary>One question with all that helps to answer it.</summary>
/// <param name="Item">The question.</param>
/// <param name="Claim">The hypothesis behind it; null where there is none.</param>
/// <param name="Anomaly">What it follows from, as a record of the trail; null where nothing is known.</param>
/// <param name="Similar">Questions of the same kind on the same play that ended before, newest first.</param>
/// <param name="Problem">What was wrong with the answer that was just sent; null for none.</param>
/// <param name="Comment">What was typed with it.</param>
public sealed record CardModel(QueueItem Item, Hypothesis? Claim, TrailRow? Anomaly, IReadOnlyList<ApprovalShown> Similar, string? Problem = null, string? Comment = null);
