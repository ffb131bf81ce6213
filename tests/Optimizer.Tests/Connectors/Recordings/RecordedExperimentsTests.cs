using Optimizer.Connectors.Files;
using Optimizer.Connectors.Recordings;
using Optimizer.Domain.Experiments;
using Optimizer.Statistics.Samples;
using Optimizer.Tests.Connectors.Files;

namespace Optimizer.Tests.Connectors.Recordings;

public class RecordedExperimentsTests
{
    private static readonly ExperimentColumns Columns = new() { Control = "a", Date = "d", Metric = "m", Units = "n", Variant = "v" };

    [Fact]
    public void Read_ColumnOfExperiments_IsOneEach()
    {
        using var file = new WrittenFile(
            "experiment,d,v,n,m\nx,2026-01-01,a,10,1\ny,2026-01-05,b,8,4\nx,2026-01-01,b,12,2\ny,2026-01-05,a,9,3\nx,2026-01-03,a,5,0\nx,2026-01-03,b,6,1\n");
        var read = RecordedExperiments.Read(file.Path, Columns, "experiment");

        Assert.Equal(["x", "y"], read.Select(each => each.Name));
        Assert.Equal([3, 1], read.Select(each => each.Days.Count));
        Assert.Equal([GroupCount.Conversions(10, 1), GroupCount.Conversions(12, 2)], read[0].Days[0].Groups);
        Assert.Equal([default, default], read[0].Days[1].Groups);
        Assert.Equal([GroupCount.Conversions(9, 3), GroupCount.Conversions(8, 4)], read[1].Days[0].Groups);
    }

    [Fact]
    public void Read_ThreeVariants_IsEachAgainstTheControl()
    {
        using var file = new WrittenFile("d,v,n,m\n2026-01-01,a,10,1\n2026-01-01,b,20,2\n2026-01-01,c,30,3\n");
        var read = RecordedExperiments.Read(file.Path, Columns, null);

        Assert.Equal([["a", "b"], ["a", "c"]], read.Select(each => each.Variants));
        Assert.All(read, each => Assert.Equal([0.5, 0.5], each.Days[0].Weights));
        Assert.Equal(30, read[1].Days[0].Groups[1].Units);
    }

    [Fact]
    public void Read_Moments_KeepTheirSums()
    {
        using var file = new WrittenFile("d,v,n,m,s2\n2026-01-01,a,10,2,4\n2026-01-01,b,10,3,9\n");
        var groups = RecordedExperiments.Read(file.Path, Columns with { Variance = "s2" }, null)[0].Days[0].Groups;

        Assert.Equal((10, 20, 9 * 4 + 10 * 4), (groups[0].Units, groups[0].Sum, groups[0].SumOfSquares));
        Assert.Equal(9, ExposureSamples.Value(groups[1]).Variance, 1e-9);
    }

    [Theory]
    [InlineData("d,v,n,m\n", "the file has a header but no rows")]
    [InlineData("d,v,n,m\n2026-01-01,a,10,11\n", "11 is more than the 10 units")]
    [InlineData("d,v,n,m\n2026-01-01,a,10,1\n", "only 'a' occurs")]
    [InlineData("d,v,n,m\n2026-01-01,b,10,1\n2026-01-01,c,10,1\n", "control 'a' does not occur; found 'b', 'c'")]
    public void Read_Unusable_IsRefused(string content, string problem)
    {
        using var file = new WrittenFile(content);

        Assert.Contains(problem, Assert.Throws<FileFaultException>(() => RecordedExperiments.Read(file.Path, Columns, null)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_FaultOfOneOfMany_NamesTheExperiment()
    {
        using var file = new WrittenFile("experiment,d,v,n,m\nx,2026-01-01,a,10,1\nx,2026-01-01,b,10,1\ny,2026-01-01,a,10,1\n");

        Assert.Contains(
            "experiment 'y': only 'a' occurs", Assert.Throws<FileFaultException>(() => RecordedExperiments.Read(file.Path, Columns, "experiment")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_WithoutDates_IsRefused()
    {
        using var file = new WrittenFile("v,n,m\na,10,1\nb,10,2\n");

        Assert.Contains(
            "without dates", Assert.Throws<FileFaultException>(() => RecordedExperiments.Read(file.Path, Columns with { Date = null }, null)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OfCumulative_LateConversions_WaitForTheNextDay()
    {
        // On the third day nobody new came and values of earlier units came in.
        var recorded = RecordedExperiment.OfCumulative(
            "x",
            [(1, Moments.FromSums(10, 10, 20), Moments.FromSums(10, 12, 30)), (3, Moments.FromSums(10, 12, 26), Moments.FromSums(10, 13, 31)),
                (4, Moments.FromSums(30, 36, 80), Moments.FromSums(31, 40, 95))],
            [0.5, 0.5]);

        Assert.Equal([10, 0, 0, 20], recorded.Days.Select(day => day.Groups[0].Units));
        Assert.Equal((36.0, 80.0), (recorded.Days.Sum(day => day.Groups[0].Sum), recorded.Days.Sum(day => day.Groups[0].SumOfSquares)));
        Assert.Equal(31, recorded.Days.Sum(day => day.Groups[1].Units));
    }
}
