using Optimizer.Connectors.Ledger;
using Optimizer.Domain.Attribution;
using Optimizer.Domain.Experiments;
using Optimizer.Domain.Kpis;
using Optimizer.Domain.Plays;
using Optimizer.Embedded.Ledger;
using static Optimizer.Tests.Connectors.SamplePlay;

namespace Optimizer.Tests.Connectors.Ledger;

public sealed class LedgerExposuresTests : IDisposable
{
    private const string Id = "onboarding-1";

    private readonly SqliteLedger _ledger = SqliteLedger.Open(null, new());

    [Fact]
    public async Task ReadAsync_Ratio_IsTheShareOfAssignedUnits()
    {
        await PutAsync();
        await SendAsync(("a", 0, 1, "visited", null), ("a", 0, 30, "goal_done", null), ("a", 0, 31, "goal_done", null), ("b", 1, 2, "visited", null), ("c", 1, 50, "complaints_done", null));
        await _ledger.AssignAsync(Id, "d", 0, Start.AddHours(3), default);

        var exposures = await ReadAsync(Of(), days: 3);

        Assert.Null(exposures.Fault);
        Assert.True(exposures.IsConversion);
        Assert.Equal([Day(0), Day(1), Day(2), Day(3)], exposures.Days.Select(day => day.Day));
        Assert.Equal([GroupCount.Conversions(2, 1), GroupCount.Conversions(1, 0)], exposures.Days[0].Groups);
        Assert.Equal([default, default], exposures.Days[1].Groups);
        Assert.Equal([default, GroupCount.Conversions(1, 1)], exposures.Days[2].Others["complaints"]);
        Assert.Equal(KpiDirection.LowerIsBetter, exposures.OtherDirections["complaints"]);
    }

    [Fact]
    public async Task ReadAsync_SumAndCount_ArePerUnit()
    {
        await PutAsync();
        await SendAsync(("a", 0, 1, "buy", 3), ("a", 0, 2, "buy", 4), ("b", 0, 3, "buy", 0), ("c", 0, 4, "view", null), ("d", 1, 4, "buy", 2));

        var sum = await ReadAsync(With(new() { Type = MeasureType.Sum, Of = new("buy") { Property = "value" } }), days: 0);
        var count = await ReadAsync(With(new() { Type = MeasureType.Count, Of = new("buy") }), days: 0);
        var once = await ReadAsync(With(new() { Type = MeasureType.Count, Of = new("buy") { Distinct = "user" } }), days: 0);

        Assert.Equal((false, false, true), (sum.IsConversion, count.IsConversion, once.IsConversion));
        Assert.Equal([new GroupCount(3, 7, 49, 1), new GroupCount(1, 2, 4, 1)], sum.Days[0].Groups);
        Assert.Equal([new GroupCount(3, 3, 5, 2), new GroupCount(1, 1, 1, 1)], count.Days[0].Groups);
        Assert.Equal([GroupCount.Conversions(3, 2), GroupCount.Conversions(1, 1)], once.Days[0].Groups);
    }

    [Fact]
    public async Task ReadAsync_SharesChangedInTheDay_GivesAnEntryPerStretch()
    {
        await PutAsync();
        await SendAsync(("a", 0, 1, "visited", null));
        await _ledger.PutAsync(Experiment() with { Weights = [0.9, 0.1] }, Start.AddHours(10), default);
        await SendAsync(("b", 0, 11, "visited", null), ("c", 1, 12, "visited", null));

        var exposures = await ReadAsync(Of(), days: 1);

        Assert.Equal([(Day(0), 0.5, 1L), (Day(0), 0.9, 2L), (Day(1), 0.9, 0L)], exposures.Days.Select(day => (day.Day, day.Weights[0], day.Groups.Sum(group => group.Units))));
        var whole = ExposureDays.Whole(exposures.Days);
        Assert.Equal(((0.5 + 0.9 + 0.9) / 3, 3L), (whole[0].Weights[0], whole[0].Groups.Sum(group => group.Units)));
    }

    [Theory]
    [InlineData(MeasureType.Median, "median")]
    [InlineData(MeasureType.CostPer, "costs")]
    [InlineData(MeasureType.Hogql, "vendor")]
    [InlineData(MeasureType.Untracked, "not tracked")]
    public async Task ReadAsync_KpiItCannotTell_IsAFaultInWords(MeasureType type, string said)
    {
        await PutAsync();

        var exposures = await ReadAsync(With(new() { Type = type, Of = new("buy") }), days: 0);

        Assert.Contains(said, exposures.Fault, StringComparison.Ordinal);
        Assert.Empty(exposures.Days);
    }

    [Fact]
    public async Task ReadAsync_SelectorItCannotTell_IsAFaultInWords()
    {
        await PutAsync();

        Assert.Contains("keeps no properties", (await ReadAsync(With(Ratio(new("buy") { Where = new Dictionary<string, string> { ["plan"] = "\"pro\"" } })), 0)).Fault, StringComparison.Ordinal);
        Assert.Contains("once per company", (await ReadAsync(With(Ratio(new("buy") { Distinct = "company" })), 0)).Fault, StringComparison.Ordinal);
        Assert.Contains("takes amount", (await ReadAsync(With(new() { Type = MeasureType.Sum, Of = new("buy") { Property = "amount" } }), 0)).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadAsync_ExperimentUnknownOrOfOtherDays_SaysSo()
    {
        Assert.Contains("does not know the experiment 'onboarding-1'", (await ReadAsync(Of(), 1)).Fault, StringComparison.Ordinal);
        await PutAsync();
        Assert.Contains("Europe/Berlin", (await ReadAsync(Of(timeZone: "Europe/Berlin"), 1)).Fault, StringComparison.Ordinal);
    }

    public void Dispose() => _ledger.Dispose();

    private static LedgerExperiment Experiment() => new(Id, ["control", "variant"], "UTC", Start);

    private static Measure Ratio(EventSelector numerator) => new() { Type = MeasureType.Ratio, Numerator = numerator, Denominator = new("visited") };

    private static Play With(Measure measure) => Of() is var play ? play with { Kpis = [play.Kpis[0] with { Measure = measure }] } : play;

    private Task PutAsync() => _ledger.PutAsync(Experiment(), Start, default);

    private Task<Exposures> ReadAsync(Play play, int days) => new LedgerExposures(_ledger).ReadAsync(play, Id, Start, Start.AddDays(days).AddHours(20), default);

    private async Task SendAsync(params (string Unit, int Variant, double Hours, string Event, int? Value)[] events) => Assert.All(
        await _ledger.AppendAsync(
            [.. events.Select(each => new AttributionEvent
            {
                Id = each.ToString(), At = Start.AddHours(each.Hours), Experiment = Id, Variant = each.Variant == 0 ? "control" : "variant", Event = each.Event, Value = each.Value, Unit = each.Unit,
            })],
            Start.AddDays(30), default),
        answer => Assert.Equal(EventAnswerKind.Accepted, answer.Kind));
}
