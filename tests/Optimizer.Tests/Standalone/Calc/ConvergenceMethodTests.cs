using System.Text.Json;
using Optimizer.Standalone.Calc;
using Optimizer.Testing;

namespace Optimizer.Tests.Standalone.Calc;

public class ConvergenceMethodTests
{
    public static TheoryData<string> Ids => SeriesVectors.Ids("convergence.json");

    [SharedTheory]
    [MemberData(nameof(Ids))]
    public void Compute_ReferenceCase_AgreesWithExpected(string id) => SeriesVectors.Check("convergence.json", id, ConvergenceMethod.Compute);

    [Theory]
    [InlineData("""{"improvements":[0.02,0.0199]}""", """{"convergedNow":false,"currentRun":1,"firstConvergedIndex":null}""")]
    [InlineData("""{"improvements":[0,0,0,0,null]}""", """{"convergedNow":true,"currentRun":4,"firstConvergedIndex":2}""")]
    [InlineData("""{"improvements":["NaN"]}""", """{"error":"INVALID_INPUT"}""")]
    [InlineData("""{"improvements":"none"}""", """{"error":"INVALID_INPUT"}""")]
    public void Compute_Edge_HasItsShape(string input, string expected)
    {
        var output = ConvergenceMethod.Compute(JsonDocument.Parse(input).RootElement);

        Assert.Equal(expected, output?.ToJsonString());
    }
}
