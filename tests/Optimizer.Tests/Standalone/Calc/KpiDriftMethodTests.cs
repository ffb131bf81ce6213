using System.Text.Json;
using Optimizer.Standalone.Calc;
using Optimizer.Testing;

namespace Optimizer.Tests.Standalone.Calc;

public class KpiDriftMethodTests
{
    public static TheoryData<string> Ids => SeriesVectors.Ids("kpi_drift.json");

    [SharedTheory]
    [MemberData(nameof(Ids))]
    public void Compute_ReferenceCase_AgreesWithExpected(string id) => SeriesVectors.Check("kpi_drift.json", id, KpiDriftMethod.Compute);

    [Theory]
    [InlineData("""{"series":[]}""", """{"status":"insufficient_data"}""")]
    [InlineData("""{"series":[1,2,3]}""", """{"status":"insufficient_data"}""")]
    [InlineData("""{"series":[1,"NaN",3]}""", """{"error":"INVALID_INPUT"}""")]
    [InlineData("""{"series":[2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2]}""", """{"ema3":2,"baseline14":2,"drift":0}""")]
    [InlineData("""{"series":[2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2],"firstDayOfWeekIndex":7}""", """{"error":"INVALID_INPUT"}""")]
    public void Compute_Edge_HasItsShape(string input, string expected)
    {
        var output = KpiDriftMethod.Compute(JsonDocument.Parse(input).RootElement);

        Assert.Equal(expected, output?.ToJsonString());
    }
}
