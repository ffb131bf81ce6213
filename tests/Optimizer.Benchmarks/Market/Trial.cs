using Optimizer.Domain.Decisions;

namespace Optimizer.Benchmarks.Market;

/// <summary>One experiment beside its truth.</summary>
/// <param name="End">How the loop ended it; null while it runs.</param>
/// <param name="Gain">True lasting gain of the variant against the control that it met, on the primary KPI, in its good direction.</param>
/// <param name="HarmsOthers">Whether another KPI is truly worse by more than a twentieth.</param>
/// <param name="Days">On which it was live.</param>
/// <param name="Booked">Gain that the loop wrote down for it.</param>
internal sealed record Trial(DecisionKind? End, double Gain, bool HarmsOthers, double Days, double Booked)
{
    public bool IsAdopted => End is DecisionKind.AdoptProven or DecisionKind.AdoptProvisional or DecisionKind.AdoptStated;
}
