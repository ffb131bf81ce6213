namespace Optimizer.Domain.Convergence;

/// <summary>
/// Three concluded experiments in a row that each improved by strictly less than 2 % (requirement S0-069). Experiments
/// that do not count are skipped: they neither add to the run nor break it.
/// </summary>
public sealed record ConvergenceRule
{
    /// <param name="limit">An improvement of this much or more breaks the run; above 0.</param>
    /// <param name="run">Experiments in a row that are needed, at least 1.</param>
    public ConvergenceRule(double limit = 0.02, int run = 3)
    {
        if (!(limit > 0 && double.IsFinite(limit)))
        {
            throw new ArgumentOutOfRangeException(nameof(limit), limit, "must be above 0, such as 0.02 for 2 %");
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(run, 1);
        Limit = limit;
        Run = run;
    }

    public static ConvergenceRule Default { get; } = new();

    public double Limit { get; }

    public int Run { get; }

    /// <summary>Where the experiments, oldest first, leave the play.</summary>
    public ConvergenceReading Judge(IEnumerable<ConcludedExperiment> experiments)
    {
        ArgumentNullException.ThrowIfNull(experiments);
        var run = new List<ConcludedExperiment>();
        int? first = null;
        var place = 0;
        foreach (var experiment in experiments)
        {
            if (experiment.Improvement is { } improvement)
            {
                if (improvement < Limit)
                {
                    run.Add(experiment);
                }
                else
                {
                    run.Clear();
                }

                first ??= run.Count >= Run ? place : null;
            }

            place++;
        }

        var last = run.TakeLast(Run).ToList();
        var claim = run.Count < Run ? ConvergenceClaim.NotConverged
            : last.TrueForAll(experiment => experiment.MinimumDetectableEffect <= Limit) ? ConvergenceClaim.Converged
            : ConvergenceClaim.NoDetectableGains;
        return new(claim, run.Count, first, [Reason(claim, run.Count, last)]);
    }

    private static string Effect(double? effect) => effect is { } known ? Words.Percent(known) : "unknown";

    private string Reason(ConvergenceClaim claim, int run, List<ConcludedExperiment> last)
    {
        var gains = string.Join(", ", last.Select(experiment => Words.Percent(experiment.Improvement ?? 0)));
        var effects = string.Join(", ", last.Select(experiment => Effect(experiment.MinimumDetectableEffect)));
        return claim switch
        {
            ConvergenceClaim.NotConverged => $"{run} of {Run} experiments in a row improved by less than {Words.Percent(Limit)}.",
            ConvergenceClaim.NoDetectableGains => $"No detectable gains at this traffic: the last {Run} experiments improved by {gains}, but the smallest effects they could show were {effects}, not all of them as small as {Words.Percent(Limit)}.",
            ConvergenceClaim.Converged => $"Converged: the last {Run} experiments improved by {gains}, and each would have shown {Words.Percent(Limit)} (smallest detectable effects {effects}).",
            _ => throw new ArgumentOutOfRangeException(nameof(claim), claim, "unknown claim"),
        };
    }
}
