using System.Text;
using Optimizer.Connectors.Files;
using Optimizer.Domain.Decisions;
using Optimizer.Domain.Experiments;
using Optimizer.Statistics.Comparisons;
using Optimizer.Statistics.Samples;
using Optimizer.Testing;

namespace Optimizer.Tests.RealData;

/// <summary>
/// One metric of one recorded experiment, as cumulative snapshots at the end of each day. Outcomes of units of earlier days
/// arrive later (a day's increase may hold more successes than units), so each look is taken on everything seen, as a
/// product does that books an outcome to the day its unit was assigned on.
/// </summary>
internal sealed record AsosStream(string Id, bool IsYesOrNo, IReadOnlyList<(int Day, Moments Control, Moments Variant)> Snapshots, bool EverBelow5Percent)
{
    private static readonly double[] Halves = [0.5, 0.5];

    public static IReadOnlyList<AsosStream> All()
    {
        using var reader = DelimitedFile.Open(SharedFolder.File("data", "ab", "asos_sequential_dev.csv.gz"));
        var streams = new Dictionary<string, (bool YesOrNo, SortedDictionary<int, (Moments, Moments)> Days, bool Ever)>(StringComparer.Ordinal);
        while (reader.Read())
        {
            string Text(string column) => Encoding.UTF8.GetString(reader[reader.IndexOf(column)]);
            double Number(string column) => Field.TryNumber(reader[reader.IndexOf(column)], out var value, out _) ? value : throw reader.Fault(column, "no number");
            Moments Group(string group) => Moments.FromMean((long)Number($"count_{group}"), Number($"mean_{group}"), Number($"variance_{group}"));

            // Some snapshots have counts only.
            if (FieldText.Trim(reader[reader.IndexOf("mean_c")]).IsEmpty || FieldText.Trim(reader[reader.IndexOf("variance_c")]).IsEmpty
                || FieldText.Trim(reader[reader.IndexOf("mean_t")]).IsEmpty || FieldText.Trim(reader[reader.IndexOf("variance_t")]).IsEmpty)
            {
                continue;
            }

            var (control, variant, metric) = (Group("c"), Group("t"), Text("metric_id"));
            var id = $"{Text("experiment_id")},{Text("variant_id")},{metric}";
            var stream = streams.TryGetValue(id, out var found) ? found : (metric == "1", [], false);
            stream.Days[(int)Math.Ceiling(Number("time_since_start") - 1e-9)] = (control, variant);
            var below = Comparison.Between(control, variant, Scale.Absolute)?.PValue() < 0.05;
            streams[id] = (stream.YesOrNo, stream.Days, stream.Ever || below);
        }

        return [.. streams.Select(pair => new AsosStream(
            pair.Key, pair.Value.YesOrNo, [.. pair.Value.Days.Where(day => day.Key > 0).Select(day => (day.Key, day.Value.Item1, day.Value.Item2))], pair.Value.Ever))];
    }

    /// <summary>Whether the split of all units seen is broken, whatever was decided on the way.</summary>
    public bool IsBrokenAtTheEnd =>
        At(Tally<Moments>.Empty.With(new(Halves, [Snapshots[^1].Control, Snapshots[^1].Variant])), (_, _) => default).Health.LogSampleRatio
        >= Math.Log(new DecisionRules().MismatchOdds);

    /// <summary>The first decision other than to keep running, and its day; the planned end is the last whole week recorded.</summary>
    public (string Code, int Day) Replay()
    {
        var last = Snapshots[^1];
        var rules = new DecisionRules { EndDay = Math.Max(7, last.Day / 7 * 7) };
        var means = new MeanLook(last.Control.Count + last.Variant.Count, 1 / rules.ProvenOdds, 1 / rules.HarmOdds);
        var rates = new ConversionLook();
        var looks = new List<VariantLook>();
        foreach (var (day, control, variant) in Snapshots)
        {
            var (look, health) = IsYesOrNo
                ? At(Tally<Proportion>.Empty.With(new(Halves, [Rounded(control), Rounded(variant)])), rates.At)
                : At(Tally<Moments>.Empty.With(new(Halves, [control, variant])), means.At);
            looks.Add(look);
            var reading = new VariantReading("t", [.. looks.TakeLast(VariantReading.LooksKept)], null, null);
            var decision = DecisionRule.Decide(new(day, "c", [reading], []), health, rules);
            if (decision.Kind != DecisionKind.Extend)
            {
                return (decision.Code, day);
            }
        }

        return ("EXTEND", last.Day);
    }

    private static (VariantLook Look, Health Health) At<TSample>(Tally<TSample> tally, Func<Tally<TSample>, int, VariantLook> look)
        where TSample : struct, IMergeableSample<TSample> => (look(tally, 1), Health.Of(tally));

    private static Proportion Rounded(Moments moments) => new(moments.Count, (long)Math.Round(moments.Sum));
}
