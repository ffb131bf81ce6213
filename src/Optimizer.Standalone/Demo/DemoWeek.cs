namespace Optimizer.Standalone.Demo;

/// <summary>How far the demo is.</summary>
/// <param name="Week">Weeks that are over.</param>
/// <param name="Weeks">Of so many.</param>
/// <param name="Plays">Plays that run.</param>
/// <param name="Live">Experiments that run now.</param>
/// <param name="Last">The last decision in words; null before the first.</param>
internal sealed record DemoWeek(int Week, int Weeks, int Plays, int Live, string? Last);
