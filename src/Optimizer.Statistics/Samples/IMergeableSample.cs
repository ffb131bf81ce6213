using System.Numerics;

namespace Optimizer.Statistics.Samples;

/// <summary>A sample whose values merge with +: what two groups of different units show together.</summary>
/// <typeparam name="TSelf">The sample itself.</typeparam>
public interface IMergeableSample<TSelf> : ISample, IAdditionOperators<TSelf, TSelf, TSelf>
    where TSelf : struct, IMergeableSample<TSelf>;
