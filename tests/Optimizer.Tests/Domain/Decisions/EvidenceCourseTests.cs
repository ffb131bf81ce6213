using Optimizer.Domain.Decisions;
using Optimizer.Domain.Experiments;
using Optimizer.Domain.Kpis;

namespace Optimizer.Tests.Domain.Decisions;

public sealed class EvidenceCourseTests
{
    private static readonly DateOnly First = new(2026, 1, 5);

    [Theory]
    [InlineData(true, KpiDirection.HigherIsBetter)]
    [InlineData(true, KpiDirection.LowerIsBetter)]
    [InlineData(false, KpiDirection.HigherIsBetter)]
    [InlineData(false, KpiDirection.LowerIsBetter)]
    public void Of_EachDay_IsWhatALookOnThatDayWouldHaveJudged(bool isConversion, KpiDirection direction)
    {
        var record = Record(isConversion, direction);
        var course = EvidenceCourse.Of(record);
        Assert.Equal(Enumerable.Range(1, 16), course.Select(day => day.Day));
        foreach (var day in course)
        {
            var judged = EvidenceRule.Judge(record.Evidence with { Days = [.. record.Evidence.Days.Take(day.Day)] }, record.Rules, 0.05);
            Assert.Equal(judged.Variants, day.Variants);
            Assert.Equal(judged.Health.LogSampleRatio, day.LogSampleRatio, 9);
            Assert.Equal(judged.ControlUnits, day.Units[0]);
            Assert.Equal(First.AddDays(day.Day - 1), day.Date);
        }
    }

    [Fact]
    public void GainInterval_OfWhatShouldFall_HoldsTheGain()
    {
        var last = EvidenceCourse.Of(Record(true, KpiDirection.LowerIsBetter))[^1].Variants[0];
        var interval = last.GainInterval!.Value;
        Assert.InRange(last.Look.Gain!.Value, interval.Lower, interval.Upper);
        Assert.Equal(last.LiftInterval!.Value.Upper, -interval.Lower);
    }

    // Two splits and a gain of a tenth.
    private static DecisionRecord Record(bool isConversion, KpiDirection direction)
    {
        var evidence = new Exposures
        {
            Days = [.. Enumerable.Range(0, 16).Select(day => Day(day, isConversion))],
            Direction = direction,
            Experiment = "onboarding-1",
            IsConversion = isConversion,
            Variants = ["control", "variant"],
        };
        var rules = new DecisionRules();
        return new()
        {
            At = new(First.AddDays(16), new(8, 0), TimeSpan.Zero),
            Decision = EvidenceRule.Judge(evidence, rules, 0.05).Decision,
            Evidence = evidence,
            Experiment = "onboarding-1",
            Id = "onboarding-1.16",
            MaxSecondaryDegradation = 0.05,
            Play = "onboarding",
            Policy = "defaults/1",
            Rules = rules,
        };
    }

    private static ExposureDay Day(int day, bool isConversion)
    {
        double[] weights = day < 9 ? [0.5, 0.5] : [0.9, 0.1];
        return new(First.AddDays(day), weights, [.. weights.Select((weight, group) => Group((long)(400 * weight) + day, group == 0 ? 0.2 : 0.22, isConversion))],
            new Dictionary<string, IReadOnlyList<GroupCount>>());
    }

    private static GroupCount Group(long units, double rate, bool isConversion) => isConversion
        ? GroupCount.Conversions(units, (long)(units * rate))
        : new(units, units * rate * 30, units * rate * 1_200, (long)(units * rate));
}
