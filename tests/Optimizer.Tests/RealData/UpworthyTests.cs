using System.Globalization;
using System.Text;
using Optimizer.Connectors.Files;
using Optimizer.Domain.Decisions;
using Optimizer.Domain.Experiments;
using Optimizer.Statistics.Samples;
using Optimizer.Testing;
using Xunit.Abstractions;

namespace Optimizer.Tests.RealData;

/// <summary>2,438 real headline experiments, a fifth of them from weeks in which units were not assigned at random.</summary>
public class UpworthyTests(ITestOutputHelper output)
{
    [SharedFact]
    public void Evaluate_EveryExperiment_HaltsInTheFaultWeeks()
    {
        var judged = Experiments().Where(item => item.Samples.Count > 1).Select(item => (item.Id, item.Week, Decision: Decide(item.Samples))).ToList();
        foreach (var period in judged.GroupBy(item => InFaultWeeks(item.Week)).OrderBy(group => group.Key))
        {
            var codes = period.CountBy(item => item.Decision.Code).OrderByDescending(pair => pair.Value).Select(pair => $"{pair.Key} {pair.Value}");
            output.WriteLine($"{(period.Key ? "fault weeks" : "other weeks")}: {period.Count()} experiments: {string.Join(", ", codes)}");
        }

        var inside = judged.Where(item => InFaultWeeks(item.Week)).ToList();
        var outside = judged.Where(item => !InFaultWeeks(item.Week)).ToList();

        var suspect = File.ReadLines(SharedFolder.File("data", "ground", "upworthy_tests_dev.csv")).Skip(1).Select(line => line.Split(','))
            .Where(row => double.Parse(row[^2], CultureInfo.InvariantCulture) < 0.001).Select(row => row[0]).ToHashSet();

        Assert.Equal((520, 1918), (inside.Count, outside.Count));
        Assert.Equal((353, 22), (inside.Count(item => suspect.Contains(item.Id)), outside.Count(item => suspect.Contains(item.Id))));
        Assert.Equal((274, 11), (inside.Count(Halted), outside.Count(Halted)));
        Assert.Empty(judged.Where(Halted).Select(item => item.Id).Except(suspect));

        static bool Halted((string Id, int Week, Decision Decision) item) => item.Decision.Kind == DecisionKind.Halt;
    }

    private static Decision Decide(List<Proportion> samples)
    {
        string[] names = [.. samples.Select((_, place) => $"headline {place + 1}")];
        double[] weights = [.. samples.Select(_ => 1.0 / samples.Count)];
        return Evaluation.Of(names, [new ExperimentDay<Proportion>(weights, samples)], dated: false, new DecisionRules()).Decision;
    }

    private static IReadOnlyCollection<(string Id, int Week, List<Proportion> Samples)> Experiments()
    {
        using var reader = DelimitedFile.Open(Ground.Recording("upworthy_dev.csv.gz"));
        var (id, week, shown, clicks) = (reader.IndexOf("clickability_test_id"), reader.IndexOf("test_week"), reader.IndexOf("impressions"), reader.IndexOf("clicks"));
        var found = new Dictionary<string, (string Id, int Week, List<Proportion> Samples)>(StringComparer.Ordinal);
        while (reader.Read())
        {
            Assert.True(Field.TryWhole(reader[week], out var number, out _));
            Assert.True(Field.TryWhole(reader[shown], out var units, out _));
            Assert.True(Field.TryWhole(reader[clicks], out var successes, out _));
            var name = Encoding.UTF8.GetString(reader[id]);
            if (!found.TryGetValue(name, out var experiment))
            {
                found.Add(name, experiment = (name, (int)number, []));
            }

            experiment.Samples.Add(new Proportion(units, successes));
        }

        return [.. found.Values];
    }

    private static bool InFaultWeeks(int week) => week is >= 201326 and <= 201402;
}
