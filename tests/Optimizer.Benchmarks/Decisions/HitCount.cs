namespace Optimizer.Benchmarks.Decisions;

/// <summary>How often each of a few things happened in a run.</summary>
internal sealed class HitCount(int things) : ICount<HitCount>
{
    private readonly long[] _hits = new long[things];
    private long _runs;

    public Share this[int thing] => Share.Of(_hits[thing], _runs);

    public void Note(ReadOnlySpan<bool> happened)
    {
        _runs++;
        for (var thing = 0; thing < _hits.Length; thing++)
        {
            _hits[thing] += happened[thing] ? 1 : 0;
        }
    }

    public void Add(HitCount other)
    {
        _runs += other._runs;
        for (var thing = 0; thing < _hits.Length; thing++)
        {
            _hits[thing] += other._hits[thing];
        }
    }
}
