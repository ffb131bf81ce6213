using System.Text.Json;
using Optimizer.Domain.Plays;

namespace Optimizer.Domain.Hypotheses;

/// <summary>
/// What stands between a strategist and the loop: what it says is untrusted, and nothing that is faulty goes on (S0-027, S0-028,
/// S0x-003). Pure.
/// </summary>
/// <param name="Faults">Why the answer as a whole is refused, in words; empty when it may be used.</param>
/// <param name="Notes">What a person or policy should look at, in words; no reason to refuse.</param>
public sealed record HypothesisCheck(IReadOnlyList<string> Faults, IReadOnlyList<string> Notes)
{
    /// <summary>Hypotheses that a strategist must give (S0-027).</summary>
    public const int Wanted = 3;

    /// <summary>Largest change of a budget that may be suggested without a note: 20 % (S0x-003).</summary>
    public const double LargestBudgetChange = 0.2;

    /// <summary>Characters of a sentence: <see cref="Hypothesis.Change"/>.</summary>
    public const int LongestChange = 500;

    /// <summary>Characters of <see cref="Hypothesis.Rationale"/>.</summary>
    public const int LongestRationale = 4000;

    /// <summary>Characters of a setting.</summary>
    public const int LongestSetting = 16_000;

    // A promise beyond tenfold, or of a loss, is no claim of a gain.
    private const double LargestImpact = 10;

    public bool IsUsable => Faults.Count == 0;

    /// <summary>Checks an answer against the play it is for.</summary>
    /// <param name="play">Its variables are the only ones that may be named.</param>
    /// <param name="hypotheses">As given, in any order.</param>
    public static HypothesisCheck Of(Play play, IReadOnlyList<Hypothesis> hypotheses)
    {
        ArgumentNullException.ThrowIfNull(play);
        ArgumentNullException.ThrowIfNull(hypotheses);
        var faults = new List<string>();
        if (hypotheses.Count != Wanted)
        {
            faults.Add($"{hypotheses.Count} hypotheses were given; exactly {Wanted} are needed");
        }

        if (!hypotheses.Select(hypothesis => hypothesis.Rank).Order().SequenceEqual(Enumerable.Range(1, hypotheses.Count)))
        {
            faults.Add($"the ranks are {string.Join(", ", hypotheses.Select(hypothesis => hypothesis.Rank))}; they must be 1 to {Wanted}, each once");
        }

        faults.AddRange(Repeated("id", hypotheses.Select(hypothesis => hypothesis.Id)));
        faults.AddRange(Repeated("change", hypotheses.Select(hypothesis => hypothesis.Fingerprint)));
        faults.AddRange(hypotheses.SelectMany(hypothesis => FaultsOf(play, hypothesis)));
        return new(faults, [.. hypotheses.Where(IsLargeBudget).Select(hypothesis =>
            $"hypothesis {hypothesis.Rank} changes a budget by {Words.Change(hypothesis.BudgetChange)}; more than {Words.Limit(LargestBudgetChange)} must not be suggested without a person")]);
    }

    /// <summary>The risk that counts: one that is missing or unknown is high (S0-028).</summary>
    public static RiskLevel Rated(RiskLevel? given) => given is { } risk && Enum.IsDefined(risk) ? risk : RiskLevel.High;

    private static IEnumerable<string> Repeated(string what, IEnumerable<string> values) =>
        values.GroupBy(value => value, StringComparer.Ordinal).Where(group => group.Count() > 1)
            .Select(group => $"the {what} {group.Key} is there {group.Count()} times; hypotheses must differ");

    /// <summary>What is wrong with one hypothesis, in words; nothing when it may be used.</summary>
    public static IEnumerable<string> FaultsOf(Play play, Hypothesis hypothesis)
    {
        ArgumentNullException.ThrowIfNull(play);
        ArgumentNullException.ThrowIfNull(hypothesis);
        return Faulty(play, hypothesis);
    }

    private static IEnumerable<string> Faulty(Play play, Hypothesis hypothesis)
    {
        var name = $"hypothesis {hypothesis.Rank}";
        if (!play.Variables.Any(variable => variable.Key == hypothesis.Variable))
        {
            yield return $"{name} changes '{hypothesis.Variable}', which is no variable of {play.Slug}; it has {string.Join(", ", play.Variables.Select(variable => variable.Key))}";
        }

        if (hypothesis.Setting.Variable != hypothesis.Variable)
        {
            yield return $"{name} names the variable '{hypothesis.Variable}' but sets '{hypothesis.Setting.Variable}'; one hypothesis changes one variable";
        }

        if (!IsJson(hypothesis.Setting.Json))
        {
            yield return $"{name} has a setting that is no JSON value of at most {LongestSetting} characters";
        }

        if (!(double.IsFinite(hypothesis.ExpectedImpact) && hypothesis.ExpectedImpact is > 0 and <= LargestImpact))
        {
            yield return FormattableString.Invariant($"{name} expects an impact of {hypothesis.ExpectedImpact}; it must be a share above 0 and at most {LargestImpact}");
        }

        if (!(hypothesis.TrafficShare is >= 0 and <= 1))
        {
            yield return FormattableString.Invariant($"{name} concerns a share of {hypothesis.TrafficShare} of the traffic; it must lie from 0 to 1");
        }

        if (hypothesis.BudgetChange is { } budget && !double.IsFinite(budget))
        {
            yield return FormattableString.Invariant($"{name} changes a budget by {budget}; it must be a finite share");
        }

        if (!Enum.IsDefined(hypothesis.Class))
        {
            yield return $"{name} is of an unknown class, {hypothesis.Class}";
        }

        if (!Enum.IsDefined(hypothesis.Risk))
        {
            yield return $"{name} has an unknown risk, {hypothesis.Risk}; unrated it would be high";
        }

        foreach (var (what, text, longest) in new[]
        {
            ("id", hypothesis.Id, 200),
            ("change", hypothesis.Change, LongestChange),
            ("rationale", hypothesis.Rationale, LongestRationale),
        })
        {
            if (string.IsNullOrWhiteSpace(text) || text.Length > longest)
            {
                yield return $"{name} has a {what} of {text?.Length ?? 0} characters; it must say something in at most {longest}";
            }
        }
    }

    private static bool IsLargeBudget(Hypothesis hypothesis) =>
        hypothesis.BudgetChange is { } change && Math.Abs(change) > LargestBudgetChange + 1e-9;

    private static bool IsJson(string text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > LongestSetting)
        {
            return false;
        }

        try
        {
            using var document = JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
