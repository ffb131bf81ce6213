using Optimizer.Connectors.Simulated;
using Optimizer.Domain.Approvals;

namespace Optimizer.Standalone.Backtests;

/// <summary>
/// A replay cannot know what people would have said: as many of them as are needed say yes, four hours after they were asked, and the
/// page says that this is assumed.
/// </summary>
internal static class AssumedAnswers
{
    public const int Hours = 4;

    public static IReadOnlyList<PlannedAnswer> To(ApprovalRequest request) =>
        [.. Enumerable.Range(1, request.Quorum).Select(person => new PlannedAnswer(TimeSpan.FromHours(Hours), new(
            true, $"assumed-{person}", request.Seat, true, request.PayloadHash, "backtest", request.AskedAt.AddHours(Hours), "Assumed: a replay cannot know.")))];
}
