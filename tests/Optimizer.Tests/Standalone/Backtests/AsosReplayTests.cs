using Optimizer.Connectors.Recordings;
using Optimizer.Domain.Decisions;
using Optimizer.Domain.Kpis;
using Optimizer.Domain.Policies;
using Optimizer.Standalone.Backtests;
using Optimizer.Standalone.Plays;
using Optimizer.Testing;
using Optimizer.Tests.Connectors;
using Optimizer.Tests.RealData;
using Xunit.Abstractions;

namespace Optimizer.Tests.Standalone.Backtests;

/// <summary>39 real experiments of a shop lived through again, day by day, as the loop would: guarded beside every stated rule.</summary>
public class AsosReplayTests(ITestOutputHelper output)
{
    private static readonly double[] Halves = [0.5, 0.5];

    // One stream an experiment: the first variant on the first metric, which is the yes-or-no one where it is recorded.
    private static readonly Lazy<IReadOnlyList<RecordedExperiment>> All = new(() =>
        [.. AsosStream.All().GroupBy(stream => stream.Id.Split(',')[0]).Select(of => of.OrderBy(stream => stream.Id.Split(',')[2], StringComparer.Ordinal).ThenBy(stream => stream.Id, StringComparer.Ordinal).First())
            .Select(stream => RecordedExperiment.OfCumulative(stream.Id, stream.Snapshots, Halves))]);

    [SharedFact]
    public async Task Look_EveryExperiment_StatedRulesBesideTheGuardedPolicy()
    {
        var guarded = new Dictionary<string, string>(StringComparer.Ordinal);
        var fired = new Dictionary<string, List<(string Experiment, int Day, DecisionKind Would)>>(StringComparer.Ordinal);
        foreach (var recording in All.Value)
        {
            guarded[recording.Name] = await FollowAsync(recording, fired);
        }

        output.WriteLine($"guarded: {string.Join(", ", guarded.Values.CountBy(code => code).OrderByDescending(pair => pair.Value).Select(pair => $"{pair.Key} {pair.Value}"))}");
        output.WriteLine($"{"stated rule",-24}{"fires",6}{"adopt",7}{"revert",8}{"median day",12}   guarded ended: proven / harm / broken / neither");
        foreach (var (rule, firsts) in fired.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            var ends = firsts.CountBy(first => guarded[first.Experiment]).ToDictionary();
            output.WriteLine(
                $"{rule,-24}{firsts.Count,6}{firsts.Count(first => first.Would != DecisionKind.Revert),7}{firsts.Count(first => first.Would == DecisionKind.Revert),8}{firsts.Select(first => first.Day).Order().ElementAt(firsts.Count / 2),12}"
                + $"   {ends.GetValueOrDefault("ADOPT_PROVEN")} / {ends.GetValueOrDefault("REVERT")} / {ends.GetValueOrDefault("HALT_SRM")} / {firsts.Count - ends.GetValueOrDefault("ADOPT_PROVEN") - ends.GetValueOrDefault("REVERT") - ends.GetValueOrDefault("HALT_SRM")}");
        }

        Assert.Equal(Ground.Of("asos_sequential", "experiments").GetInt32(), guarded.Count);

        // Read off the first run of this code.
        var codes = guarded.Values.CountBy(code => code).ToDictionary();
        Assert.Equal((4, 3, 2), (codes["ADOPT_PROVEN"], codes["REVERT"], codes["HALT_SRM"]));
        Assert.Equal(
            (16, 30, 1, 4),
            (fired[Triggers.Chance90].Count, fired[Triggers.BelowControlAfter120].Count, fired[Triggers.Drop30].Count, fired[Triggers.Drop5Over24Hours].Count));

        // Whatever is proven, the rule of 0.95 would have adopted too, and many more that never were proven.
        var adopted = fired[Triggers.Chance90].Select(first => first.Experiment).ToHashSet();
        Assert.All(guarded.Where(pair => pair.Value == "ADOPT_PROVEN"), pair => Assert.Contains(pair.Key, adopted));
        Assert.True(adopted.Count > 2 * guarded.Values.Count(code => code == "ADOPT_PROVEN"));
    }

    [SharedFact]
    public async Task Backtest_UpworthyWithTheShopsExperiments_DecidesEveryOneItStarts()
    {
        var play = PlayFiles.Read([Repository.File("samples", "plays", "onboarding-checklist.yaml")]).Plays.Single();
        var kpi = KpiFile.Read(SharedFolder.File("data", "kpi", "upworthy_ga_daily.csv"), "date", "pageviews", KpiDirection.HigherIsBetter);
        var report = await Backtest.RunAsync(
            new() { Autonomy = Autonomy.Full, Experiments = All.Value, Kpi = kpi, KpiFile = "upworthy", KpiKey = "activation_rate", Play = play }, _ => { }, default);
        foreach (var each in report.Trail.Experiments)
        {
            output.WriteLine($"{each.Id} {each.First:yyyy-MM-dd} '{each.Recording}' day {each.LookDay} {each.Ended?.End}: {each.Ended?.Reasons[0]}");
        }

        Assert.NotEmpty(report.Trail.Experiments);
        Assert.All(report.Trail.Experiments, each => Assert.NotNull(each.Ended));
        Assert.Equal(report.Trail.Experiments.Count, report.Trail.Experiments.Select(each => each.Recording).Distinct().Count());
        Assert.Equal(All.Value.Count - report.Trail.Experiments.Count, report.UnusedRecordings);
    }

    private static async Task<string> FollowAsync(
        RecordedExperiment recording, Dictionary<string, List<(string Experiment, int Day, DecisionKind Would)>> fired)
    {
        var source = new RecordedExposures([recording]);
        var rules = new DecisionRules { EndDay = Math.Max(7, recording.Days.Count / 7 * 7) };
        string? ended = null;
        var known = new HashSet<string>(StringComparer.Ordinal);
        for (var day = 1; day <= recording.Days.Count; day++)
        {
            var exposures = await source.ReadAsync(SamplePlay.Of(), recording.Name, SamplePlay.Start, SamplePlay.Start.AddDays(day), default);
            var decision = EvidenceRule.Judge(exposures, rules, 0.05).Decision;
            ended ??= decision.Kind == DecisionKind.Extend ? null : decision.Code;
            foreach (var trigger in decision.Triggers.Where(trigger => trigger.Fired && known.Add(trigger.Rule)))
            {
                var firsts = fired.TryGetValue(trigger.Rule, out var before) ? before : fired[trigger.Rule] = [];
                firsts.Add((recording.Name, day, trigger.Literally));
            }
        }

        return ended ?? "EXTEND";
    }
}
