using Optimizer.Domain.Hypotheses;
using Optimizer.Workflows.Ports;

namespace Optimizer.Connectors.Rules;

/// <summary>
/// Proposes without a model (S0-012): moves that suit the play's variables, weighed by what was seen on this play. Ranked by expected
/// impact times chance, less for risk and work. What failed is not proposed again, what worked is taken further, what had no winner
/// is built on (S0-042, C29). Fewer than three when no more is left; the caller says so. No chance: the same diagnosis, the same answer.
/// </summary>
public sealed class RuleStrategist : IStrategist
{
    private const int Wanted = HypothesisCheck.Wanted;

    // A second hypothesis on a variable teaches less than one on another; so does one nobody can carry out.
    private const double SameVariable = 0.5;

    public Task<StrategistAnswer> ProposeAsync(Diagnosis diagnosis, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(diagnosis);
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(Propose(diagnosis));
    }

    /// <summary>The same without waiting.</summary>
    public static StrategistAnswer Propose(Diagnosis diagnosis)
    {
        ArgumentNullException.ThrowIfNull(diagnosis);
        var open = Candidates.Of(diagnosis).ConvertAll(candidate => Weighing.Of(candidate, diagnosis));
        var chosen = new List<Weighing>();
        while (chosen.Count < Wanted && open.Count > 0)
        {
            var best = open
                .OrderBy(weighed => weighed.Candidate.Variable.Actuator is null)
                .ThenByDescending(weighed => weighed.Score * (chosen.Exists(taken => Same(taken, weighed)) ? SameVariable : 1))
                .ThenBy(weighed => weighed.Candidate.Fingerprint, StringComparer.Ordinal)
                .First();
            chosen.Add(best);
            open.Remove(best);
        }

        return new("rules", Writing.Prompt(diagnosis), [.. chosen.Select((weighed, i) => Writing.Hypothesis(diagnosis, weighed, i))]);
    }

    private static bool Same(Weighing left, Weighing right) => left.Candidate.Variable.Key == right.Candidate.Variable.Key;
}
