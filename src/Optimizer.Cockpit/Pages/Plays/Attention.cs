using Optimizer.Cockpit.Api.Plays;
using Optimizer.Domain.Monitoring;
using Optimizer.Domain.Plays;

namespace Optimizer.Cockpit.Pages.Plays;

/// <summary>Who needs a person, and how soon: the order of the list. Pure.</summary>
internal static class Attention
{
    // Up to here nothing goes on without somebody.
    private const int Last = 2;

    /// <summary>Lower comes first: what is stuck, what is asked, what wants a review, then what is live, then what is quiet.</summary>
    /// <param name="line">The play.</param>
    /// <param name="isAsked">Whether a question of it or its experiment is open.</param>
    public static int Rank(PlayLine line, bool isAsked) => line switch
    {
        { Problem: not null, Stage: not PlayStatus.Stopped } => 0,
        _ when isAsked => 1,
        { Stage: PlayStatus.Review } => Last,
        { Stage: PlayStatus.Experimenting } => 4,
        { Stage: PlayStatus.Paused } => 7,
        { Stage: PlayStatus.Converged } => 8,
        { Stage: PlayStatus.Stopped } => 9,
        _ when line.Kpis.Any(stand => stand.Class is KpiClass.Drop or KpiClass.Spike or KpiClass.FlatZero) => 3,
        { Stage: PlayStatus.Diagnosing or PlayStatus.Evaluating or PlayStatus.Waiting } => 5,
        _ => 6,
    };

    public static bool NeedsPerson(PlayLine line, bool isAsked) => Rank(line, isAsked) <= Last;
}
