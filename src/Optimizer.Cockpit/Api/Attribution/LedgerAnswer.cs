using Optimizer.Domain.Attribution;

namespace Optimizer.Cockpit.Api.Attribution;

/// <summary>Exact sums over what visitors did.</summary>
/// <param name="Experiment">Its id.</param>
/// <param name="Variants">All it has.</param>
/// <param name="Sums">Per variant and event.</param>
internal sealed record LedgerAnswer(string Experiment, IReadOnlyList<string> Variants, IReadOnlyList<LedgerSum> Sums);
