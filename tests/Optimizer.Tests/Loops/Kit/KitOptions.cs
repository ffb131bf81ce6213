using Optimizer.Connectors.Faults;
using Optimizer.Connectors.Simulated;
using Optimizer.Domain.Approvals;
using Optimizer.Workflows.Ports;

namespace Optimizer.Tests.Loops.Kit;

/// <summary>What a test wants of a loop.</summary>
internal sealed record KitOptions
{
    public ulong Seed { get; init; } = 1;

    /// <summary>Definitions, as files hold them.</summary>
    public IReadOnlyList<string> Plays { get; init; } = [PlayText.Of("onboarding")];

    public string Policy { get; init; } = PolicyText.Full;

    public IReadOnlyDictionary<string, MarketSettings> Market { get; init; } = new Dictionary<string, MarketSettings>();

    /// <summary>What people would answer; nobody does otherwise.</summary>
    public Func<ApprovalRequest, IReadOnlyList<PlannedAnswer>>? People { get; init; }

    /// <summary>How ports fail, given the clock; null for never.</summary>
    public Func<TimeProvider, FaultOptions>? Faults { get; init; }

    /// <summary>Changes the world before faults are put in front of it.</summary>
    public Func<World, World>? Change { get; init; }

    public bool HasReports { get; init; }

    /// <summary>Folder of the files; null keeps everything in memory.</summary>
    public string? Folder { get; init; }

    public DateTimeOffset Start { get; init; } = LoopKit.Monday;
}
