using Optimizer.Domain.Plays;
using Optimizer.Domain.Reports;

namespace Optimizer.Domain.Convergence;

/// <summary>What is said once when a play converges (S0-072).</summary>
public static class ConvergenceReport
{
    /// <summary>
    /// Three clauses: the play is optimized, its current performance with the actual values, and that further gains require
    /// strategic changes. How much may be claimed is the reading's to say: at small traffic it is "no detectable gains".
    /// </summary>
    /// <param name="play">Which one.</param>
    /// <param name="reading">A converged one.</param>
    /// <param name="values">Present mean day by KPI key; a primary KPI without one is said to be not known.</param>
    /// <param name="experiments">Ids of the run it rests on.</param>
    /// <exception cref="ArgumentException">The reading is not converged.</exception>
    public static string Text(Play play, ConvergenceReading reading, IReadOnlyDictionary<string, double> values, IReadOnlyList<string> experiments)
    {
        ArgumentNullException.ThrowIfNull(play);
        ArgumentNullException.ThrowIfNull(reading);
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(experiments);
        var claim = reading.Claim switch
        {
            ConvergenceClaim.Converged => "has reached its local maximum",
            ConvergenceClaim.NoDetectableGains => "shows no further gains that its traffic could detect",
            ConvergenceClaim.NotConverged => throw new ArgumentException("the play has not converged", nameof(reading)),
            _ => throw new ArgumentOutOfRangeException(nameof(reading), reading.Claim, "unknown claim"),
        };
        var metrics = play.Primary.Select(kpi =>
            $"{Units.Spoken(kpi.Key)} {(values.TryGetValue(kpi.Key, out var value) ? Units.Show(value, kpi.Unit) : "not known")}"
            + (Goals.Text(kpi) is { } goal ? $" (goal {goal})" : ""));
        return $"{play.Name} is optimized: it {claim} (experiments {string.Join(", ", experiments)}). "
            + $"Current performance is {string.Join(", ", metrics)}. "
            + "Further gains require strategic changes (channels, audience, product). "
            + string.Join(' ', reading.Reasons);
    }
}
