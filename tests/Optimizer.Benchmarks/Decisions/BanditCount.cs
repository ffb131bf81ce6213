namespace Optimizer.Benchmarks.Decisions;

/// <summary>Conversions lost against the best variant, and how often the best was picked, for each way to allocate.</summary>
internal sealed class BanditCount(int ways) : ICount<BanditCount>
{
    private readonly Average[] _lost = new Average[ways];

    public HitCount Picked { get; } = new(ways);

    public Average Lost(int way) => _lost[way];

    public void Note(ReadOnlySpan<double> lost, ReadOnlySpan<bool> pickedBest)
    {
        for (var way = 0; way < _lost.Length; way++)
        {
            _lost[way] = _lost[way].With(lost[way]);
        }

        Picked.Note(pickedBest);
    }

    public void Add(BanditCount other)
    {
        for (var way = 0; way < _lost.Length; way++)
        {
            _lost[way] += other._lost[way];
        }

        Picked.Add(other.Picked);
    }
}
