using Optimizer.Cockpit.Api.Plays;
using Optimizer.Workflows.Approvals;

namespace Optimizer.Cockpit.Pages.Shell;

/// <param name="Head">Number of the last record of the trail before it was read.</param>
/// <param name="At">When.</param>
/// <param name="Plays">In the order of their starts.</param>
/// <param name="Questions">Open ones, most urgent first.</param>
internal sealed record BoardReading(long Head, DateTimeOffset At, IReadOnlyList<PlayLine> Plays, IReadOnlyList<ApprovalQuestion> Questions);
