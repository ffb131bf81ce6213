using System.Text.Json;
using Optimizer.Testing;
using Optimizer.Tests.Standalone.Commands;

namespace Optimizer.Tests.RealData;

/// <summary>Figures computed from the recorded files by other means.</summary>
internal static class Ground
{
    /// <summary>A value of ground.json by its path.</summary>
    public static JsonElement Of(params string[] path)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(SharedFolder.File("data", "ground", "ground.json")));
        return path.Aggregate(document.RootElement, (element, name) => element.GetProperty(name)).Clone();
    }

    public static string Recording(string name) => SharedFolder.File("data", "ab", name);

    public static JsonElement Evaluate(params string[] args) => Ran.Of(["evaluate", .. args, "--json"]).Json;

    public static string Decision(JsonElement evaluation) => evaluation.GetProperty("decision").GetProperty("code").GetString()!;

    /// <summary>Compares one variant with its figures: units, successes or mean, lift, difference, its interval and the p-value.</summary>
    /// <param name="expected">The figures.</param>
    /// <param name="evaluation">The command's answer.</param>
    /// <param name="variant">Name of the variant.</param>
    public static void Same(JsonElement expected, JsonElement evaluation, string variant)
    {
        var control = evaluation.GetProperty("control");
        var actual = evaluation.GetProperty("variants").EnumerateArray().Single(item => item.GetProperty("name").GetString() == variant);
        var rates = expected.TryGetProperty("control_conv", out _);
        Assert.Equal(expected.GetProperty("control_n").GetInt64(), control.GetProperty("units").GetInt64());
        Assert.Equal(expected.GetProperty("treat_n").GetInt64(), actual.GetProperty("units").GetInt64());
        Near(rates ? "control_rate" : "control_mean", control.GetProperty("mean"), 1e-6);
        Near(rates ? "treat_rate" : "treat_mean", actual.GetProperty("mean"), 1e-6);
        Near("rel_lift", actual.GetProperty("lift"), 1e-5);
        Near(rates ? "abs_diff" : "diff", actual.GetProperty("difference"), 1e-6);

        // Rates were tested there with the pooled variance and the normal distribution; means as here, after Welch.
        var p = expected.GetProperty("p").GetDouble();
        Near("p", actual.GetProperty("pValue"), (rates && p < 1e-10 ? 3 : rates ? 0.02 : 1e-4) * p + 1e-300);
        for (var end = 0; end < 2; end++)
        {
            Assert.Equal(expected.GetProperty("ci95")[end].GetDouble(), actual.GetProperty("differenceInterval95")[end].GetDouble(), rates ? 2e-5 : 2e-4);
        }

        void Near(string name, JsonElement value, double tolerance) =>
            Assert.Equal(expected.GetProperty(name).GetDouble(), value.GetDouble(), tolerance);
    }
}
