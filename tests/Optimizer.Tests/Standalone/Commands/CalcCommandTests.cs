using System.Text.Json;
using Optimizer.Standalone.Calc;

namespace Optimizer.Tests.Standalone.Commands;

public class CalcCommandTests
{
    private const string Case = """{"id":"c1","input":{"counts":[500,500],"weights":[0.5,0.5]}}""";

    [Fact]
    public void Run_SeveralAndBlankLines_AnswersEachCaseInOrder()
    {
        var ran = Ran.WithInput($"\n{Case}\n   \n{Case.Replace("c1", "c2", StringComparison.Ordinal)}\n\n", "calc", "srm");

        Assert.Equal((0, ""), (ran.ExitCode, ran.Error));
        Assert.Equal(["c1", "c2"], Lines(ran).Select(line => line.GetProperty("id").GetString()));
        Assert.All(Lines(ran), line => Assert.False(line.GetProperty("output").TryGetProperty("error", out _), line.ToString()));
    }

    [Fact]
    public void Run_NoLines_SaysNothing() => Assert.Equal(new Ran(0, "", ""), Ran.Of("calc", "srm"));

    [Theory]
    [InlineData("{bad", "standard input:3: not JSON at byte 2: ")]
    [InlineData("{\"id\":1", "standard input:3: not JSON at byte 8: ")]
    [InlineData("5", "standard input:3: each line must be a JSON object with an 'input'")]
    [InlineData("{\"id\":1}", "standard input:3: each line must be a JSON object with an 'input'")]
    public void Run_BrokenLine_EndsThereAndNamesIt(string broken, string expected)
    {
        var ran = Ran.WithInput($"{Case}\n\n{broken}\n{Case}\n", "calc", "srm");

        Assert.Equal(2, ran.ExitCode);
        Assert.StartsWith(expected, ran.Error, StringComparison.Ordinal);
        Assert.Single(ran.Error.TrimEnd().Split('\n'));
        Assert.Single(Lines(ran));
    }

    [Fact]
    public void Run_AnyMethodOnAnyWrongInput_AnswersInvalidInput()
    {
        string[] inputs =
        [
            "5", "null", "true", "\"text\"", "[]", "{}", "[{}]",
            """{"counts":"x","control":5,"variant":null,"points":7,"series":{},"values":[null],"pValues":"a","n":1e400,"scale":3,"kind":1}""",
            """{"control":{"kind":"mean","n":1.5,"sum":1,"sumSquares":1},"variant":{"kind":7}}""",
        ];
        foreach (var method in CalcMethods.Names)
        {
            foreach (var input in inputs)
            {
                var ran = Ran.WithInput($"{{\"id\":[1],\"method\":{input},\"section\":\"x\",\"input\":{input}}}", "calc", method);

                Assert.True((0, "") == (ran.ExitCode, ran.Error), $"{method} {input}: {ran}");
                Assert.Equal("[1]", Lines(ran)[0].GetProperty("id").GetRawText());
            }
        }
    }

    [Theory]
    [InlineData("""{"counts":[500,-1],"weights":[0.5,0.5]}""")]
    [InlineData("""{"counts":[500],"weights":[0.5,0.5]}""")]
    [InlineData("""{"counts":[500,"NaN"],"weights":[0.5,0.5]}""")]
    [InlineData("""{"weights":[0.5,0.5]}""")]
    public void Run_InputThatCannotBeRight_AnswersInvalidInputWithWhy(string input)
    {
        var output = Lines(Ran.WithInput($"{{\"id\":1,\"input\":{input}}}", "calc", "srm")).Single().GetProperty("output");

        Assert.Equal("INVALID_INPUT", output.GetProperty("error").GetString());
        Assert.NotEmpty(output.GetProperty("message").GetString()!);
    }

    private static List<JsonElement> Lines(Ran ran) =>
        [.. ran.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<JsonElement>(line))];
}
