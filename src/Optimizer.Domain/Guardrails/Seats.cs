using Optimizer.Domain.Policies;

namespace Optimizer.Domain.Guardrails;

/// <summary>Who is asked about a class of changes: the seat named for it, never a lower one than anybody else would be.</summary>
internal static class Seats
{
    public static Seat Of(EffectivePolicy policy, ChangeClass change) =>
        policy.ClassSeats.TryGetValue(change, out var seat) && seat > policy.DefaultSeat ? seat : policy.DefaultSeat;
}
