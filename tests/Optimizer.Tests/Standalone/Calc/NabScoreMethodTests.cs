using System.Text.Json;
using Optimizer.Standalone.Calc;
using Optimizer.Testing;

namespace Optimizer.Tests.Standalone.Calc;

public class NabScoreMethodTests
{
    public static TheoryData<string> Ids => SeriesVectors.Ids("nab_score.json");

    [SharedTheory]
    [MemberData(nameof(Ids))]
    public void Compute_ReferenceCase_AgreesWithExpected(string id) => SeriesVectors.Check("nab_score.json", id, NabScoreMethod.Compute);

    [Theory]
    [InlineData("""{"x":0}""", """{"score":0}""")]
    [InlineData("""{"x":"Infinity"}""", """{"score":-1}""")]
    [InlineData("""{"x":"-Infinity"}""", """{"score":1}""")]
    [InlineData("""{"x":"NaN"}""", """{"error":"INVALID_INPUT"}""")]
    [InlineData("""{}""", """{"error":"INVALID_INPUT"}""")]
    public void Compute_Edge_HasItsShape(string input, string expected)
    {
        var output = NabScoreMethod.Compute(JsonDocument.Parse(input).RootElement);

        Assert.Equal(expected, output?.ToJsonString());
    }
}
