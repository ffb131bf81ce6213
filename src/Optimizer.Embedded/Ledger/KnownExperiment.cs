using Optimizer.Domain.Attribution;

namespace Optimizer.Embedded.Ledger;

/// <summary>An experiment as its definitions in the log make it.</summary>
internal sealed class KnownExperiment
{
    private readonly List<(long At, long Sequence, IReadOnlyList<double> Weights)> _stretches = [];
    private readonly TimeZoneInfo _zone;

    public KnownExperiment(long number, long at, LedgerExperiment first)
    {
        (Number, Definition) = (number, first);
        _zone = TimeZoneInfo.FindSystemTimeZoneById(first.TimeZone);
        _stretches.Add((at, number, ExperimentCheck.Weights(first)));
    }

    /// <summary>Sequence of its first definition.</summary>
    public long Number { get; }

    public LedgerExperiment Definition { get; private set; }

    /// <summary>Keys of the events' names that occurred; null until somebody looked.</summary>
    public HashSet<long>? Names { get; set; }

    /// <summary>Shares by stretch.</summary>
    public IReadOnlyList<double> Weights(int stretch) => _stretches[stretch].Weights;

    /// <summary>What it is once another definition is taken over: what was said first stays, shares and end change.</summary>
    public LedgerExperiment With(LedgerExperiment said) =>
        Definition with { Weights = said.Weights.Count > 0 ? said.Weights : Definition.Weights, Until = said.Until };

    /// <summary>Whether that changes anything.</summary>
    public bool WouldChange(LedgerExperiment said) =>
        With(said) is var next && (next.Until != Definition.Until || !ExperimentCheck.Weights(next).SequenceEqual(ExperimentCheck.Weights(Definition)));

    /// <summary>A further definition of the log.</summary>
    public void Change(long sequence, long at, LedgerExperiment definition)
    {
        Definition = definition;
        var weights = ExperimentCheck.Weights(definition);
        if (!weights.SequenceEqual(_stretches[^1].Weights))
        {
            // Moments never run backwards in the log, so the shares in force at one are found from its end.
            _stretches.Add((Math.Max(at, _stretches[^1].At), sequence, weights));
        }
    }

    /// <summary>Index of a variant; negative when there is none of that name.</summary>
    public int VariantOf(string name)
    {
        var variants = Definition.Variants;
        for (var i = 0; i < variants.Count; i++)
        {
            if (variants[i] == name)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Day number of a moment in the experiment's zone.</summary>
    public int DayOf(long ticks) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(new DateTimeOffset(ticks, TimeSpan.Zero), _zone).DateTime).DayNumber;

    /// <summary>The stretch in force at a moment, as far as the log knew at a sequence.</summary>
    public int StretchAt(long ticks, long sequence)
    {
        var stretch = _stretches.Count - 1;
        while (stretch > 0 && (_stretches[stretch].Sequence > sequence || _stretches[stretch].At > ticks))
        {
            stretch--;
        }

        return stretch;
    }
}
