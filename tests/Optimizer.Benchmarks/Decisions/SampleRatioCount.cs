namespace Optimizer.Benchmarks.Decisions;

/// <summary>Alarms of the check of the split.</summary>
internal sealed class SampleRatioCount : ICount<SampleRatioCount>
{
    /// <summary>Peeked chi-squared at 0.001 and at 0.05, always-valid evidence.</summary>
    public HitCount Alarms { get; } = new(3);

    /// <summary>Day of the always-valid alarm, of those that came.</summary>
    public Average Day { get; private set; }

    public void Note(ReadOnlySpan<bool> alarms, int? day)
    {
        Alarms.Note(alarms);
        Day = day is { } found ? Day.With(found) : Day;
    }

    public void Add(SampleRatioCount other)
    {
        Alarms.Add(other.Alarms);
        Day += other.Day;
    }
}
