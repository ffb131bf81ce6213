using Optimizer.Domain.Plays;
using Optimizer.Domain.Policies;

namespace Optimizer.Cockpit.Pages.Plays;

/// <summary>The list of plays.</summary>
/// <param name="Rows">Of this page, those that need a person first.</param>
/// <param name="Filter">In force.</param>
/// <param name="Found">Plays that the filter lets through.</param>
/// <param name="All">Plays there are.</param>
/// <param name="Needing">Of all, those that do not go on without a person.</param>
/// <param name="Stages">How many stand where; stages without a play are left out.</param>
/// <param name="Levels">How many have which autonomy.</param>
/// <param name="Next">Address of the next page; null when this is the last.</param>
public sealed record PlaysModel(
    IReadOnlyList<PlayRow> Rows, PlaysFilter Filter, int Found, int All, int Needing, IReadOnlyList<(PlayStatus Stage, int Count)> Stages,
    IReadOnlyList<(Autonomy Level, int Count)> Levels, string? Next);
