namespace Optimizer.Cockpit.Pages.Health;

/// <summary>Ticks that fell into a time when nothing ran.</summary>
/// <param name="Play">Its slug.</param>
/// <param name="Count">How many.</param>
/// <param name="From">The first.</param>
/// <param name="Record">Of the trail.</param>
public sealed record MissedTicks(string Play, int Count, DateTimeOffset From, long Record);
