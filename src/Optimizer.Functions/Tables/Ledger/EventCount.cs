using System.Text.Json.Serialization;
using Optimizer.Domain.Attribution;

namespace Optimizer.Functions.Tables.Ledger;

/// <summary>A running sum of one event, or what is to be added to one: whole numbers of millionths and of their squares, so that nothing is rounded.</summary>
internal readonly record struct EventCount(long Count, long Units, long Paying, long CountSquares, Int128 Sum, Int128 Squares)
{
    private const double SquaredScale = (double)EventLimits.Scale * EventLimits.Scale;

    [JsonIgnore]
    public EventTotal Total => new(Count, Units, (decimal)Sum / EventLimits.Scale, (double)Squares / SquaredScale, Paying, CountSquares);

    public EventCount And(in EventCount other) => checked(new(
        Count + other.Count, Units + other.Units, Paying + other.Paying, CountSquares + other.CountSquares, Sum + other.Sum, Squares + other.Squares));

    /// <summary>What changes when one more event takes a unit from one tally to the next.</summary>
    public static EventCount Between(UnitTally before, UnitTally after) => checked(new(
        after.Count - before.Count,
        before.Count == 0 ? 1 : 0,
        (after.Sum != 0 ? 1 : 0) - (before.Sum != 0 ? 1 : 0),
        (after.Count * after.Count) - (before.Count * before.Count),
        after.Sum - before.Sum,
        ((Int128)after.Sum * after.Sum) - ((Int128)before.Sum * before.Sum)));
}
