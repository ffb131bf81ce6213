using System.Text.Json;
using Optimizer.Standalone.Calc;
using Optimizer.Testing;

namespace Optimizer.Tests.Standalone.Calc;

public class CalcVectorTests
{
    // Relative tolerance and absolute floor as each file's header states them.
    private static readonly Dictionary<string, (double Relative, double Floor)> Tolerances = new()
    {
        ["bandit"] = (1e-8, 1e-8),
        ["beta_binomial"] = (0, 1e-8),
        ["convergence"] = (0, 0),
        ["cuped"] = (1e-7, 1e-10),
        ["decision_policy"] = (1e-8, 1e-12),
        ["edge_cases"] = (1e-8, 1e-12),
        ["eprocess_conversions"] = (1e-9, 1e-12),
        ["group_sequential"] = (0, 0.005),
        ["hashing"] = (0, 1e-6),
        ["kpi_class"] = (1e-9, 1e-12),
        ["kpi_drift"] = (1e-9, 1e-12),
        ["kpi_robust"] = (1e-8, 1e-12),
        ["mean"] = (1e-9, 1e-12),
        ["multiple"] = (1e-12, 0),
        ["nab_score"] = (1e-12, 1e-12),
        ["power"] = (1e-6, 0),
        ["proportion"] = (1e-9, 1e-12),
        ["ratio"] = (1e-9, 1e-12),
        ["sequential_acs"] = (1e-9, 0),
        ["srm"] = (1e-8, 0),
    };

    public static IEnumerable<object[]> Rows => VectorFile.Rows([.. Tolerances.Keys]);

    [SharedTheory]
    [MemberData(nameof(Rows))]
    public void Compute_Vector_WithinTolerance(string file, string id)
    {
        var given = VectorFile.Find(file, id);

        var output = CalcMethods.Compute(file, CalcCase.Parse(given.Line));

        var actual = JsonSerializer.SerializeToElement(output);
        var differences = VectorMatch.Differences(
            given.Expected, actual, ToleranceOf(file, given), Tolerances[file].Floor, path => NotAsked(given, path));
        Assert.True(differences.Count == 0, string.Join(Environment.NewLine, differences));
    }

    [SharedFact]
    public void Compute_ControlMeanZero_RefusesRelativeOnly()
    {
        var given = VectorFile.Find("edge_cases", "edge-dev-zero-mean-control");

        var output = CalcMethods.Compute("edge_cases", CalcCase.Parse(given.Line))!["mustUse"]!;

        Assert.Null(output["relative"]);
        Assert.Equal(0.3, (double)output["absolute"]!["expected"]!, 12);
    }

    private static Func<string, double> ToleranceOf(string file, VectorCase given)
    {
        var relative = given.Root.TryGetProperty("tolerance", out var own) && own.ValueKind == JsonValueKind.Object
            ? own.GetProperty("relative").GetDouble()
            : Tolerances[file].Relative;
        return path => (file, path) switch
        {
            ("eprocess_conversions", _) when path.StartsWith("csLift", StringComparison.Ordinal) => 1e-7,
            ("power", "additionalUsers" or "scalingFactor") => 1e-3,
            ("sequential_acs", "pValue") when given.Root.GetProperty("input").TryGetProperty("side", out var side)
                && side.GetString() != "two" => 1e-3,
            ("proportion" or "mean" or "ratio", _) when path.Contains("ci[", StringComparison.Ordinal) => Math.Max(relative, 1e-8),
            _ => relative,
        };
    }

    // Named after the reference implementation, or its own words for a failure.
    private static bool NotAsked(VectorCase given, string path) =>
        path == "mustUse" && given.Expected.GetProperty(path).ValueKind == JsonValueKind.String
        || path.Contains("gbstats", StringComparison.OrdinalIgnoreCase)
        || path.EndsWith("rrorMessage", StringComparison.Ordinal)
        || path.EndsWith("source", StringComparison.Ordinal)
        || path.EndsWith("sourceNote", StringComparison.Ordinal);
}
