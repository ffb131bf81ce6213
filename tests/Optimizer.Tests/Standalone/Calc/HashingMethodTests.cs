using System.Text.Json;
using System.Text.Json.Nodes;
using Optimizer.Standalone.Calc;
using Optimizer.Testing;

namespace Optimizer.Tests.Standalone.Calc;

public class HashingMethodTests
{
    private const double Tolerance = 1e-6;

    [SharedFact]
    public void Compute_PublishedVectors_AreEqual()
    {
        using var vectors = JsonDocument.Parse(File.ReadAllText(SharedFolder.File("vectors", "hashing.json")));
        var cases = vectors.RootElement.GetProperty("cases").EnumerateArray().ToList();

        Assert.Equal(vectors.RootElement.GetProperty("header").GetProperty("count").GetInt32(), cases.Count);
        Assert.All(cases, row =>
        {
            var section = row.GetProperty("section").GetString()!;
            AssertSame(
                JsonNode.Parse(row.GetProperty("expected").GetRawText()),
                HashingMethod.Compute(section, row.GetProperty("input")),
                section is "getBucketRange" or "getEqualWeights" ? Tolerance : 0);
        });
    }

    [Theory]
    [InlineData("hash", """{"seed":"b","value":"a","version":1}""", "0.946")]
    [InlineData("hash", """{"seed":"b","value":"a","version":99}""", "null")]
    [InlineData("getBucketRange", """{"numVariations":2,"coverage":-0.2,"weights":null}""", "[[0,0],[0.5,0.5]]")]
    [InlineData("getBucketRange", """{"numVariations":2,"coverage":1.5,"weights":[0.4,0.6]}""", "[[0,0.4],[0.4,1]]")]
    [InlineData("getBucketRange", """{"numVariations":4,"coverage":1,"weights":[0.4,0.4,0.2]}""", "[[0,0.25],[0.25,0.5],[0.5,0.75],[0.75,1]]")]
    [InlineData("getBucketRange", """{"numVariations":2}""", "[[0,0.5],[0.5,1]]")]
    [InlineData("chooseVariation", """{"n":0.4,"ranges":[[0,0.25],[0.5,0.75]]}""", "-1")]
    [InlineData("inNamespace", """{"hashValue":"3","namespace":["namespace2",0,0.4]}""", "true")]
    [InlineData("getEqualWeights", """{"n":0}""", "[]")]
    [InlineData("getEqualWeights", """{"n":3}""", "[0.3333333333333333,0.3333333333333333,0.3333333333333333]")]
    public void Compute_Input_GivesTheShapeOfTheCases(string section, string input, string expected)
    {
        using var document = JsonDocument.Parse(input);

        Assert.Equal(expected, HashingMethod.Compute(section, document.RootElement)?.ToJsonString() ?? "null");
    }

    [Fact]
    public void Compute_UnknownSection_NamesIt()
    {
        using var document = JsonDocument.Parse("{}");
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => HashingMethod.Compute("getColour", document.RootElement));

        Assert.Equal("getColour", error.ActualValue);
    }

    private static void AssertSame(JsonNode? expected, JsonNode? actual, double tolerance)
    {
        switch (expected)
        {
            case JsonArray array:
                var other = Assert.IsType<JsonArray>(actual);
                Assert.Equal(array.Count, other.Count);
                Assert.All(array.Zip(other), pair => AssertSame(pair.First, pair.Second, tolerance));
                break;
            case JsonValue when expected.GetValueKind() == JsonValueKind.Number:
                Assert.Equal(JsonValueKind.Number, actual?.GetValueKind());
                var difference = expected.GetValue<double>() - JsonDocument.Parse(actual!.ToJsonString()).RootElement.GetDouble();
                Assert.InRange(difference, -tolerance, tolerance);
                break;
            default:
                Assert.Equal(expected?.ToJsonString(), actual?.ToJsonString());
                break;
        }
    }
}
