using Optimizer.Domain.Policies;

namespace Optimizer.Workflows.Plays;

/// <param name="Converged">No further gains of the limit's size.</param>
/// <param name="Failed">All of the last experiments failed: a person must review.</param>
/// <param name="Autonomy">From now on.</param>
public sealed record ConcludeAnswer(bool Converged, bool Failed, Autonomy Autonomy);
