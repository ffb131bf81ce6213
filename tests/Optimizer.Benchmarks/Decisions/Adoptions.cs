using Optimizer.Statistics.Sequential;

namespace Optimizer.Benchmarks.Decisions;

/// <summary>The experiments that a policy adopted: what was shown, what was true.</summary>
internal sealed class Adoptions : ICount<Adoptions>
{
    public long Count { get; private set; }

    public Average Seen { get; private set; }

    public Average Shrunk { get; private set; }

    public Average True { get; private set; }

    public long Harmful { get; private set; }

    public long Useless { get; private set; }

    public void Note(Look look, double truth)
    {
        Count++;
        Seen = look.Lift is { } lift ? Seen.With(lift) : Seen;
        Shrunk = look.LogRatio is { } ratio ? Shrunk.With(LogRatio.Lifted(ratio.Shrunk(0.05).Mean)) : Shrunk;
        True = True.With(truth);
        Harmful += truth < 0 ? 1 : 0;
        Useless += truth < 0.01 ? 1 : 0;
    }

    public void Add(Adoptions other)
    {
        Count += other.Count;
        Seen += other.Seen;
        Shrunk += other.Shrunk;
        True += other.True;
        Harmful += other.Harmful;
        Useless += other.Useless;
    }
}
