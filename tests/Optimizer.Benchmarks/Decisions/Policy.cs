using Optimizer.Domain.Decisions;

namespace Optimizer.Benchmarks.Decisions;

/// <summary>A way to decide from daily looks.</summary>
/// <param name="Name">As the tables call it.</param>
/// <param name="ReadsProgress">True when it needs the experiment as the product follows it.</param>
/// <param name="Decide">From the looks so far, today's last; Extend goes on.</param>
internal sealed record Policy(string Name, bool ReadsProgress, Func<ArraySegment<Look>, DecisionKind> Decide);
