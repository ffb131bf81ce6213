using System.Text;
using Optimizer.Connectors.Recordings;
using Optimizer.Statistics.Samples;
using Optimizer.Tests.Connectors.Files;
using static Optimizer.Tests.Connectors.Recordings.Recorded;

namespace Optimizer.Tests.Connectors.Recordings;

public class ExperimentFileTests
{
    [Theory]
    [InlineData("1", "0")]
    [InlineData("true", "false")]
    [InlineData("TRUE", "False")]
    [InlineData("yes", "No")]
    [InlineData("1.0", "0.0")]
    [InlineData(" 1 ", "0\t")]
    public void Read_YesOrNoPerUnit_IsAProportion(string yes, string no)
    {
        var recording = Conversions($"v,m\na,{yes}\na,{no}\nb,{yes}\na,{no}\nb,{yes}\n");

        Assert.Equal([new Proportion(3, 1), new Proportion(2, 2)], recording.Days.Single().Samples);
        Assert.Equal((RowShape.Unit, false, 5L), (recording.Shape, recording.Dated, recording.Rows));
    }

    [Fact]
    public void Read_NumbersPerUnit_AreAMean()
    {
        var recording = Values("v,m\na,1\na,0\na,2.5\nb,-4\nb,1\n");
        var (control, variant) = (recording.Days[0].Samples[0], recording.Days[0].Samples[1]);

        Assert.Equal((3L, 2L), (control.Count, control.Active));
        Assert.Equal(3.5 / 3, control.Mean, 12);
        Assert.Equal((2L, 2L, -1.5, 12.5), (variant.Count, variant.Active, variant.Mean, variant.Variance));
    }

    [Fact]
    public void Read_EmptyValuesSkipped_AreCountedAndLeftOut()
    {
        var recording = Values("v,m\na,2\na,\na,4\nb, \nb,5\n", Columns with { SkipEmpty = true });

        Assert.Equal((2L, 1L), (recording.Days[0].Samples[0].Count, recording.Days[0].Samples[1].Count));
        Assert.Contains(recording.Notes, note => note == "Rows without a value in 'm', left out: 2 of 5.");
    }

    [Fact]
    public void Read_RatioWithEitherPartEmpty_SkipsTheRow()
    {
        var recording = Ratios(
            "v,num,den\na,1,\na,2,4\na,,3\nb,3,3\n", Columns with { Metric = "num/den", Kind = MetricKind.Ratio, SkipEmpty = true });

        Assert.Equal((1L, 0.5), (recording.Days[0].Samples[0].Count, recording.Days[0].Samples[0].Mean));
    }

    [Fact]
    public void Read_YesOrNoWithKindMean_IsAMean() =>
        Assert.Equal(0.5, Values("v,m\na,1\na,0\nb,1\nb,1\n", Columns with { Kind = MetricKind.Mean }).Days[0].Samples[0].Mean);

    [Fact]
    public void Read_RatioOfTwoColumns_KeepsBothPerUnit()
    {
        var recording = Ratios("v,num,den\na,1,4\na,2,2\nb,3,3\n", Columns with { Metric = "num/den", Kind = MetricKind.Ratio });

        Assert.Equal(0.5, recording.Days[0].Samples[0].Mean, 12);
        Assert.Equal(1, recording.Days[0].Samples[1].Mean, 12);
    }

    [Theory]
    [InlineData("m", "n", "v,m,n\na,5,10\nb,7,11\na,1,4\n")]
    [InlineData("m", null, "v,m,visitors\na,5,10\nb,7,11\na,1,4\n")]
    [InlineData("m", null, "v;m;Unique Visitors\na;5.0;10\nb;7;11\na;1;4\n")]
    [InlineData("m/shown", null, "v\tm\tshown\na\t5\t10\nb\t7\t11\na\t1\t4\n")]
    public void Read_Totals_AreAddedUp(string metric, string? units, string content)
    {
        var recording = Conversions(content, Columns with { Metric = metric, Units = units });

        Assert.Equal([new Proportion(14, 6), new Proportion(11, 7)], recording.Days.Single().Samples);
        Assert.Equal(RowShape.Totals, recording.Shape);
    }

    [Theory]
    [InlineData("v,mean,n,variance\na,0.5,100,0.2\nb,0.6,50,0.3\na,0.7,100,0.2\n", "mean")]
    [InlineData("v,m,count,var\na,0.5,100,0.2\nb,0.6,50,0.3\na,0.7,100,0.2\n", "m")]
    public void Read_CountMeanVariance_AreMerged(string content, string metric)
    {
        var recording = Values(content, Columns with { Metric = metric });
        var (control, variant) = (recording.Days[0].Samples[0], recording.Days[0].Samples[1]);

        Assert.Equal((200L, 50L), (control.Count, variant.Count));
        Assert.Equal(0.6, control.Mean, 12);
        Assert.Equal(0.3, variant.Variance, 12);
        Assert.Equal(((99 * 0.2 * 2) + (200 * 0.01)) / 199, control.Variance, 12);
    }

    [Fact]
    public void Read_ControlLater_StandsFirst()
    {
        var recording = Conversions("v,m\nz,1\ny,0\na,1\n");

        Assert.Equal(["a", "z", "y"], recording.Variants);
        Assert.All(recording.Days[0].Weights, weight => Assert.Equal(1.0 / 3, weight, 12));
        Assert.Equal("Weights were not given: equal shares of traffic assumed (a=1/3, z=1/3, y=1/3).", Assert.Single(recording.Notes));
    }

    [Fact]
    public void Read_Weights_FollowTheNamesAndSumToOne()
    {
        var weights = new Dictionary<string, double> { ["b"] = 0.666, ["a"] = 0.333 };
        var recording = Conversions("v,m\nb,1\na,1\n", Columns with { Weights = weights });

        Assert.Equal(1.0 / 3, recording.Days[0].Weights[0], 12);
        Assert.Empty(recording.Notes);
    }

    [Fact]
    public void Read_QuotedFields_MayHoldDelimitersAndQuotes() => Assert.Equal(
        ["a", "b, \"bold\"\nnew"], Conversions("v,m\n\"b, \"\"bold\"\"\nnew\",1\n\"a\",\"0\"\n").Variants);

    [Fact]
    public void Read_Gzip_IsToldByContent()
    {
        using var file = new WrittenFile(WrittenFile.Gzip(Encoding.UTF8.GetBytes("v,m\na,1\nb,0\n")), ".csv");

        Assert.Equal(2, ExperimentFile.Read([file.Path], Columns).Rows);
    }

    [Fact]
    public void Read_OneFilePerVariant_TakesNamesFromTheFiles()
    {
        using var one = new WrittenFile("m,n\n5,10\n", ".csv.gz");
        using var two = new WrittenFile("m,n\n6,10\n");
        var names = new[] { one, two }.Select(file => Path.GetFileName(file.Path).Split('.')[0]).ToArray();
        var recording = ExperimentFile.Read([one.Path, two.Path], Columns with { Variant = ExperimentColumns.FileName, Control = names[1] });

        Assert.Equal([names[1], names[0]], recording.Variants);
        Assert.Equal(2, recording.Rows);
    }

    [Fact]
    public void Read_EmptyTotals_AreLeftOutWithANote() => Assert.Contains(
        "Rows without a value in 'm', left out: 1 of 3.", Conversions("v,m,n\na,5,10\na,,\nb,5,10\n").Notes);

    [Fact]
    public void Read_FirstRowOfASmallTotal_SaysHowRowsWereRead() => Assert.Contains(
        "Each row is read as one unit; where a row is a total of 'visitors', say --units visitors.", Read("v,m,visitors\na,1,10\nb,5,10\n").Notes);
}
