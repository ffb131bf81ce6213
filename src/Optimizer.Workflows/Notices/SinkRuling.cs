using Optimizer.Domain.Notices;

namespace Optimizer.Workflows.Notices;

/// <param name="Sink">Its name.</param>
/// <param name="Ruling">What becomes of the notice there.</param>
public sealed record SinkRuling(string Sink, NoticeRuling Ruling);
