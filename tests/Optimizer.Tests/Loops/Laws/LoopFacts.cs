using Optimizer.Domain.Audit;
using Optimizer.Domain.Plays;
using Optimizer.Domain.Policies;
using Optimizer.Tests.Loops.Kit;

namespace Optimizer.Tests.Loops.Laws;

/// <summary>All that a run left behind: what laws are checked on.</summary>
internal sealed record LoopFacts
{
    /// <summary>The trail, in its order.</summary>
    public IReadOnlyList<AuditRecord> Trail { get; init; } = [];

    /// <summary>What reached the world, each key once.</summary>
    public IReadOnlyList<WorldChange> Changes { get; init; } = [];

    /// <summary>The register of starts.</summary>
    public IReadOnlyList<PastExperiment> Register { get; init; } = [];

    public IReadOnlyDictionary<string, EffectivePolicy> Policies { get; init; } = new Dictionary<string, EffectivePolicy>();

    /// <summary>Settings before and after the run.</summary>
    public IReadOnlyList<LiveSetting> Settings { get; init; } = [];

    /// <summary>Experiments of which a flag is left.</summary>
    public IReadOnlyList<string> Flags { get; init; } = [];

    /// <summary>Experiments whose instance still runs.</summary>
    public IReadOnlyList<string> Running { get; init; } = [];

    /// <summary>Instances that are parked or failed, with why.</summary>
    public IReadOnlyList<string> Broken { get; init; } = [];

    /// <summary>What a record came out as when it was computed again, where it did not come out the same.</summary>
    public IReadOnlyList<string> Different { get; init; } = [];

    /// <summary>What was done to the chain.</summary>
    public IReadOnlyList<string> ChainFaults { get; init; } = [];

    /// <summary>Largest input and longest history of any instance: its id, bytes, entries.</summary>
    public IReadOnlyList<(string Instance, int Bytes, int Entries)> Sizes { get; init; } = [];

    public IReadOnlyList<Play> Plays { get; init; } = [];
}
