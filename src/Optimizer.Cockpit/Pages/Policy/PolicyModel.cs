using Optimizer.Cockpit.Api.Policies;
using Optimizer.Domain.Policies.Checks;

namespace Optimizer.Cockpit.Pages.Policy;

/// <summary>The policy in force, and a change of it that somebody tries.</summary>
public sealed record PolicyModel
{
    /// <summary>Version and hash, such as 3/9f2c41d0; defaults without a file.</summary>
    public required string Version { get; init; }

    /// <summary>Hash of the text in force: what a change must have seen.</summary>
    public required string Hash { get; init; }

    /// <summary>Where it came from; null without one.</summary>
    public required string? File { get; init; }

    /// <summary>When it came into force; null without one.</summary>
    public required DateTimeOffset? Since { get; init; }

    /// <summary>As it was written; empty without one.</summary>
    public required string Text { get; init; }

    /// <summary>The play that was asked about; null for what holds where no scope names a play.</summary>
    public string? Play { get; init; }

    /// <summary>Profile, site and page in words.</summary>
    public required string For { get; init; }

    /// <summary>Every key by its type; empty while a change is tried.</summary>
    public IReadOnlyList<PolicyGroup> Groups { get; init; } = [];

    /// <summary>Further caps on starts, in words.</summary>
    public IReadOnlyList<string> StartLimits { get; init; } = [];

    /// <summary>Values that fight or never have an effect.</summary>
    public IReadOnlyList<PolicyFinding> Findings { get; init; } = [];

    /// <summary>What stood in the way of actions lately.</summary>
    public PolicyUses? Uses { get; init; }

    /// <summary>What waits for a second person.</summary>
    public IReadOnlyList<PolicyProposal> Proposals { get; init; } = [];

    /// <summary>What is tried; null while nothing is.</summary>
    public PolicyTry? Try { get; init; }
}
