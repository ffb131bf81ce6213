using System.Text.Json;
using Optimizer.Standalone.Calc;
using Optimizer.Testing;

namespace Optimizer.Tests.Standalone.Calc;

public class KpiClassMethodTests
{
    public static TheoryData<string> Ids => SeriesVectors.Ids("kpi_class.json");

    [SharedTheory]
    [MemberData(nameof(Ids))]
    public void Compute_ReferenceCase_AgreesWithExpected(string id) => SeriesVectors.Check("kpi_class.json", id, KpiClassMethod.Compute);

    [Theory]
    [InlineData("""{"series":[]}""", """{"class":"insufficient_data","r":null,"needDays":42}""")]
    [InlineData("""{"series":[1,null,3]}""", """{"error":"INVALID_INPUT"}""")]
    [InlineData("""{"series":["Infinity"]}""", """{"error":"INVALID_INPUT"}""")]
    [InlineData("""{"series":["seven"]}""", """{"error":"INVALID_INPUT"}""")]
    [InlineData("""{}""", """{"error":"INVALID_INPUT"}""")]
    public void Compute_Edge_HasItsShape(string input, string expected)
    {
        var output = KpiClassMethod.Compute(JsonDocument.Parse(input).RootElement);

        Assert.Equal(expected, output?.ToJsonString());
    }
}
