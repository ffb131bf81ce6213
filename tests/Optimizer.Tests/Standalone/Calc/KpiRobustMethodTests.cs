using System.Text.Json;
using Optimizer.Standalone.Calc;
using Optimizer.Testing;

namespace Optimizer.Tests.Standalone.Calc;

public class KpiRobustMethodTests
{
    public static TheoryData<string> Ids => SeriesVectors.Ids("kpi_robust.json");

    [SharedTheory]
    [MemberData(nameof(Ids))]
    public void Compute_ReferenceCase_AgreesWithExpected(string id) => SeriesVectors.Check("kpi_robust.json", id, KpiRobustMethod.Compute);

    [Theory]
    [InlineData("""{"series":[]}""", """{"status":"insufficient_data","needDays":29}""")]
    [InlineData("""{"series":[-1]}""", """{"error":"INVALID_INPUT"}""")]
    [InlineData("""{"z":[]}""", """{"alarms":[]}""")]
    [InlineData("""{"z":[4,4,4],"k":0.5,"h":8,"clip":4}""", """{"alarms":[[2,"up"]]}""")]
    [InlineData("""{"z":["-Infinity",-9,-9]}""", """{"alarms":[[2,"down"]]}""")]
    [InlineData("""{"z":["NaN"]}""", """{"error":"INVALID_INPUT"}""")]
    [InlineData("""{"z":[1],"h":0}""", """{"error":"INVALID_INPUT"}""")]
    public void Compute_Edge_HasItsShape(string input, string expected)
    {
        var output = KpiRobustMethod.Compute(JsonDocument.Parse(input).RootElement);

        Assert.Equal(expected, output?.ToJsonString());
    }
}
