namespace Optimizer.Benchmarks.Decisions;

/// <summary>What a simulation counts; counts of separate runs add up.</summary>
internal interface ICount<TSelf>
    where TSelf : ICount<TSelf>
{
    void Add(TSelf other);
}
