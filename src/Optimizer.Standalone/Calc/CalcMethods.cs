using System.Text.Json.Nodes;

namespace Optimizer.Standalone.Calc;

/// <summary>Every method that <c>calc</c> knows, by the name of its vector file.</summary>
internal static class CalcMethods
{
    private static readonly SortedDictionary<string, Func<CalcCase, JsonNode?>> Methods = new(StringComparer.Ordinal)
    {
        ["bandit"] = BanditMethod.Compute,
        ["beta_binomial"] = BetaBinomialMethod.Compute,
        ["convergence"] = given => ConvergenceMethod.Compute(given.Input),
        ["cuped"] = CupedMethod.Compute,
        ["decision_policy"] = DecisionPolicyMethod.Compute,
        ["edge_cases"] = EdgeCasesMethod.Compute,
        ["eprocess_conversions"] = EProcessMethod.Compute,
        ["group_sequential"] = GroupSequentialMethod.Compute,
        ["hashing"] = given => HashingMethod.Compute(given.Section ?? throw new ArgumentException("field 'section' is missing"), given.Input),
        ["kpi_class"] = given => KpiClassMethod.Compute(given.Input),
        ["kpi_drift"] = given => KpiDriftMethod.Compute(given.Input),
        ["kpi_robust"] = given => KpiRobustMethod.Compute(given.Input),
        ["mean"] = ComparisonMethod.Compute,
        ["multiple"] = MultiplicityMethod.Compute,
        ["nab_score"] = given => NabScoreMethod.Compute(given.Input),
        ["power"] = PowerMethod.Compute,
        ["proportion"] = ComparisonMethod.Compute,
        ["ratio"] = ComparisonMethod.Compute,
        ["sequential_acs"] = SequentialMethod.Compute,
        ["srm"] = SampleRatioMethod.Compute,
    };

    public static IReadOnlyCollection<string> Names => Methods.Keys;

    /// <summary>
    /// The output of one case. Input that cannot be right is an answer too: INVALID_INPUT with what is wrong.
    /// </summary>
    public static JsonNode? Compute(string method, CalcCase given)
    {
        try
        {
            return Methods[method](given);
        }
        // The JSON reader reports a value of another type as an invalid operation, a number beyond its type as a format.
        catch (Exception problem) when (problem is ArgumentException or InvalidOperationException or FormatException or OverflowException)
        {
            return new JsonObject { ["error"] = "INVALID_INPUT", ["message"] = problem.Message };
        }
    }
}
