using Optimizer.Domain.Experiments;

namespace Optimizer.Tests.Domain.Experiments;

public class AssignmentHashTests
{
    [Theory]
    [InlineData("", "a", 1, 0.22)]
    [InlineData("b", "a", 1, 0.946)]
    [InlineData("seed", "b", 2, 0.2696)]
    [InlineData("exp-1", "ü", 2, 0.5935)]
    [InlineData("seed", "😀🚀", 2, 0.5994)]
    [InlineData("", "", 2, 0.2305)]
    public void Position_PublishedCases_AreEqual(string seed, string value, int version, double expected) =>
        Assert.Equal(expected, AssignmentHash.Position(seed, value, version));

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(99)]
    [InlineData(-1)]
    public void Position_UnknownVersion_IsNull(int version) =>
        Assert.Null(AssignmentHash.Position("abc", "def", version));

    [Fact]
    public void Position_UnpairedSurrogate_IsOnTheLine() =>
        Assert.InRange(AssignmentHash.Position("exp", "\ud83d", AssignmentHash.SecondVersion)!.Value, 0, 0.9999);
}
