namespace Optimizer.Benchmarks.Decisions;

/// <summary>One count for each policy that was tried on the same experiments.</summary>
internal sealed class PolicyCounts(int policies) : ICount<PolicyCounts>
{
    private readonly PolicyCount[] _counts = [.. Enumerable.Range(0, policies).Select(_ => new PolicyCount())];

    public PolicyCount this[int policy] => _counts[policy];

    public void Add(PolicyCounts other)
    {
        for (var policy = 0; policy < _counts.Length; policy++)
        {
            _counts[policy].Add(other[policy]);
        }
    }
}
