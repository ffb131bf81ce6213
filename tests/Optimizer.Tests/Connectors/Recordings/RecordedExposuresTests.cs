using Optimizer.Connectors.Recordings;
using Optimizer.Domain.Decisions;
using Optimizer.Domain.Experiments;

namespace Optimizer.Tests.Connectors.Recordings;

public class RecordedExposuresTests
{
    private static readonly RecordedExperiment[] Two = [Of("button", 3), Of("headline", 2)];

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 3)]
    [InlineData(4, 3)]
    public async Task Read_DayByDay_TellsDaysThatAreOver(int after, int expected)
    {
        var exposures = await ReadAsync(new(Two), "p-1", 0, after);

        Assert.Equal(expected, exposures.Days.Count);
        Assert.Equal(Enumerable.Range(0, expected).Select(SamplePlay.Day), exposures.Days.Select(day => day.Day));
        Assert.Equal(after > 3, exposures.Fault is not null);
    }

    [Fact]
    public async Task Read_SecondExperiment_IsGivenTheSecondRecording()
    {
        var source = new RecordedExposures(Two);
        await ReadAsync(source, "p-1", 0, 1);
        var second = await ReadAsync(source, "p-7", 10, 12);
        await ReadAsync(source, "p-1", 0, 2);

        Assert.Equal(("button", "headline", 0), (source.Of("p-1")!.Name, source.Of("p-7")!.Name, source.Left));
        Assert.Equal([SamplePlay.Day(10), SamplePlay.Day(11)], second.Days.Select(day => day.Day));
        Assert.Equal(["control", "headline variant"], second.Variants);
    }

    [Fact]
    public async Task Read_NoneLeft_IsBrokenAtItsFirstLook()
    {
        var source = new RecordedExposures([]);
        var exposures = await ReadAsync(source, "p-1", 0, 1);

        Assert.Equal(DecisionKind.Halt, EvidenceRule.Judge(exposures, new(), 0.05).Decision.Kind);
        Assert.Null(source.Of("p-1"));
    }

    [Fact]
    public async Task Read_AfterTheEnd_IsBroken()
    {
        var source = new RecordedExposures(Two);

        Assert.NotEqual(DecisionKind.Halt, EvidenceRule.Judge(await ReadAsync(source, "p-1", 0, 3), new(), 0.05).Decision.Kind);
        Assert.Equal(DecisionKind.Halt, EvidenceRule.Judge(await ReadAsync(source, "p-1", 0, 4), new(), 0.05).Decision.Kind);
    }

    private static RecordedExperiment Of(string name, int days) => new(
        name, ["control", $"{name} variant"], true,
        [.. Enumerable.Repeat(new RecordedDay([0.5, 0.5], [GroupCount.Conversions(100, 10), GroupCount.Conversions(100, 11)]), days)]);

    private static Task<Exposures> ReadAsync(RecordedExposures source, string experiment, int since, int until) =>
        source.ReadAsync(SamplePlay.Of(), experiment, SamplePlay.Start.AddDays(since).AddHours(8), SamplePlay.Start.AddDays(until).AddHours(8), default);
}
