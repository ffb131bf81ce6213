using Optimizer.Tests.Connectors.Files;

namespace Optimizer.Tests.Standalone.Commands;

public class EvaluateCommandTests
{
    private const string Units = "v,m\na,1\na,0\nb,1\nb,1\n";

    [Fact]
    public void Evaluate_OneDocument_HasItsFieldsAndNothingElse()
    {
        using var file = new WrittenFile(Units);
        var json = Ran.Evaluate(file.Path, "--json").Json;

        Assert.Equal(
            ["files", "metric", "kind", "rows", "rowsAre", "days", "control", "variants", "sampleRatio", "decision", "daily", "notes"],
            json.EnumerateObject().Select(field => field.Name));
        Assert.Equal(["name", "units", "mean"], Names(json, "control"));
        Assert.Equal(
            [
                "name", "units", "mean", "lift", "liftInterval", "liftIntervalLevel", "difference", "differenceInterval95", "pValue",
                "chanceToWin", "expectedLossOfVariant", "expectedLossOfControl", "logEvidenceBetter", "logEvidenceWorse", "shrunkLift",
                "shrunkInterval95", "detectableLift", "detectableLiftDaily", "triggers",
            ],
            json.GetProperty("variants")[0].EnumerateObject().Select(field => field.Name));
        Assert.Equal(["units", "weights", "logEvidence", "mismatch", "chiSquaredPValue"], Names(json, "sampleRatio"));
        Assert.Equal(["code", "variant", "dropped", "throttle", "reasons", "literally"], Names(json, "decision"));

        static IEnumerable<string> Names(System.Text.Json.JsonElement json, string field) =>
            json.GetProperty(field).EnumerateObject().Select(inner => inner.Name);
    }

    [Theory]
    [InlineData("proportion", "0.5", "--kind", "proportion")]
    [InlineData("mean", "0.5", "--kind", "MEAN")]
    [InlineData("ratio", "1", "--kind", "ratio", "--metric", "m/m")]
    public void Evaluate_KindForced_IsKept(string kind, string mean, params string[] options)
    {
        using var file = new WrittenFile("v,m\na,1\na,0\nb,1\nb,0\n");
        var json = Ran.Evaluate(file.Path, ["--json", .. options]).Json;

        Assert.Equal(kind, json.GetProperty("kind").GetString());
        Assert.Equal(mean, json.GetProperty("control").GetProperty("mean").GetRawText());
    }

    [Fact]
    public void Evaluate_SplitFarFromTheWeights_Halts()
    {
        using var file = new WrittenFile("v,m,n\na,50,1000\nb,50,2000\n");

        Assert.Equal("HALT_SRM", Code("--units", "n"));
        Assert.NotEqual("HALT_SRM", Code("--units", "n", "--weights", "a=0.333,b=0.667"));

        string? Code(params string[] options) =>
            Ran.Evaluate(file.Path, ["--json", .. options]).Json.GetProperty("decision").GetProperty("code").GetString();
    }

    [Theory]
    [InlineData("a b", "a b=0.5,a=0.5")]
    [InlineData("b,c", "b,c=0.5,a=0.5")]
    [InlineData("b=2", "a=0.5,b=2=0.5")]
    [InlineData("[red]x[/]", "a=0.5,[red]x[/]=0.5")]
    public void Evaluate_OddNames_AreTakenAsTheyAre(string name, string weights)
    {
        using var file = new WrittenFile($"v,m\na,1\n\"{name}\",0\n");

        Assert.Equal(name, Ran.Evaluate(file.Path, "--weights", weights, "--json").Json.GetProperty("variants")[0].GetProperty("name").GetString());
        Assert.Contains(name, Ran.Evaluate(file.Path, "--weights", weights).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_Dated_SaysWhatDailyLooksWouldHaveDone()
    {
        var days = Enumerable.Range(1, 14).Select(day => $"2024-01-{day:00},a,100,1000\n2024-01-{day:00},b,160,1000\n");
        using var file = new WrittenFile("d,v,m,n\n" + string.Concat(days));
        var json = Ran.Evaluate(file.Path, "--date", "d", "--json").Json;

        Assert.Equal(14, json.GetProperty("days").GetInt32());
        Assert.Equal("ADOPT_PROVEN", json.GetProperty("decision").GetProperty("code").GetString());
        Assert.Equal(7, json.GetProperty("daily").GetProperty("day").GetInt32());
    }

    [Fact]
    public void Evaluate_LowerIsBetter_TurnsTheGoodSideRound()
    {
        using var file = new WrittenFile("v,m,n\na,1000,10000\nb,700,10000\n");

        Assert.Equal("REVERT", Code());
        Assert.Equal("ADOPT_PROVEN", Code("--lower-is-better"));

        string? Code(params string[] options) =>
            Ran.Evaluate(file.Path, ["--json", .. options]).Json.GetProperty("decision").GetProperty("code").GetString();
    }
}
