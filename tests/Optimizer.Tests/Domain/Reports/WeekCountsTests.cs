using System.Text.Json;
using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Decisions;
using Optimizer.Domain.Monitoring;
using Optimizer.Testing;

namespace Optimizer.Tests.Domain.Reports;

public class WeekCountsTests
{
    [Fact]
    [Trait("Req", "S0-047")]
    public void Counts_RandomTrails_EqualTheTrailCountedByItsJson()
    {
        for (var seed = 1UL; seed <= 200; seed++)
        {
            var trail = Random(new SplitMix(seed));
            var kinds = trail.Records.Where(record => record.Entry.At >= Trail.Monday && record.Entry.At < Trail.Monday.AddDays(7))
                .Select(record => JsonSerializer.SerializeToElement(record.Entry.Event)).ToList();

            var counts = trail.Read().Counts;

            Assert.Equal(Of("anomaly.found"), counts.Anomalies);
            Assert.Equal(kinds.Where(one => Kind(one) == "hypotheses.proposed").Sum(one => one.GetProperty("Hypotheses").GetArrayLength()), counts.Hypotheses);
            Assert.Equal(Of("experiment.started"), counts.Started);
            Assert.Equal(Of("experiment.ended"), counts.Ended);
            Assert.Equal(Of("decision.made"), counts.Decisions);
            Assert.Equal(Of("change.adopted"), counts.Adoptions);
            Assert.InRange(counts.Concluding, 0, counts.Decisions);

            int Of(string kind) => kinds.Count(one => Kind(one) == kind);
        }

        static string? Kind(JsonElement one) => one.GetProperty("kind").GetString();
    }

    [Theory]
    [Trait("Req", "S0-047")]
    [InlineData(0, 1)]
    [InlineData(-0.0001, 0)]
    [InlineData(6.9999, 1)]
    [InlineData(7, 0)]
    public void Counts_AtTheEdgesOfTheWeek_BelongToOneWeek(double day, int expected) =>
        Assert.Equal(expected, new Trail().Starts(day, 1).Read().Counts.Started);

    [Fact]
    [Trait("Req", "S0-047")]
    public void Counts_LooksThatGoOn_AreDecisionsThatConcludeNothing()
    {
        var counts = new Trail().Starts(-2, 1).Decides(1, 1, DecisionKind.Extend).Decides(2, 1, DecisionKind.Extend).Decides(3, 1, DecisionKind.Revert).Read().Counts;

        Assert.Equal((3, 1), (counts.Decisions, counts.Concluding));
    }

    internal static Trail Random(SplitMix chance)
    {
        var trail = new Trail();
        var number = 0;
        for (var day = -30 + chance.Uniform(); day < 8; day += chance.Uniform() * 2)
        {
            number++;
            _ = (chance.Next() % 7) switch
            {
                0 => trail.Add(day, new AnomalyFound($"a{number}", "signups", KpiClass.Drop, -0.3, new(2026, 1, 1), [1, 2], [])),
                1 => trail.Proposes(day, [.. Enumerable.Range(0, (int)(chance.Next() % 4)).Select(one => Trail.Idea(one))]),
                2 => trail.Starts(day, number),
                3 => trail.Ends(day, number, chance.Uniform() < 0.5 ? DecisionKind.Revert : DecisionKind.AdoptProven, chance.Normal() / 20),
                4 => trail.Decides(day, number, chance.Uniform() < 0.5 ? DecisionKind.Extend : DecisionKind.Iterate),
                5 => trail.Adopts(day, number, chance.Uniform() / 10, chance.Uniform() < 0.2 ? null : chance.Normal() / 20, 0.1 + chance.Uniform() / 10, chance.Uniform() < 0.7),
                _ => trail.Add(day, new TickMissed(1, Trail.Monday)),
            };
        }

        return trail;
    }
}
