using Optimizer.Domain.Policies;

namespace Optimizer.Domain.Approvals;

/// <summary>Seats as people say them.</summary>
public static class SeatWords
{
    public static string Of(Seat seat) => seat switch
    {
        Seat.ChiefOfStaff => "chief of staff",
        Seat.Ceo => "CEO",
        _ => seat.ToString().ToLowerInvariant(),
    };
}
