namespace Optimizer.Benchmarks.Engine;

/// <summary>One line of the page: a figure of ours, the raw loop's beside it, what it must keep, what the peers show.</summary>
/// <param name="What">Workload and figure, with its unit.</param>
/// <param name="Format">Of its numbers.</param>
internal sealed record Line(string What, string Format)
{
    public Limit? Limit { get; init; }

    public Peers? Peers { get; init; }

    public Series Ours { get; } = new();

    public Series Raw { get; } = new();

    /// <summary>Ours divided by the raw loop, round by round.</summary>
    public Series TimesRaw { get; } = new();

    public bool IsMet => Limit?.IsMet(Ours.Median, TimesRaw.IsEmpty ? double.NaN : TimesRaw.Median) ?? true;

    public void Add(double ours) => Ours.Add(ours);

    public void Add(double ours, double raw)
    {
        Ours.Add(ours);
        Raw.Add(raw);
        TimesRaw.Add(ours / raw);
    }
}
