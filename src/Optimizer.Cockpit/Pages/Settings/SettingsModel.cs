using Optimizer.Cockpit.Api.Approvals;
using Optimizer.Cockpit.Api.Tokens;
using Optimizer.Domain.Identity;
using Optimizer.Workflows.Notices;

namespace Optimizer.Cockpit.Pages.Settings;

/// <summary>Who is who, who answers for whom, and who is told what.</summary>
public sealed record SettingsModel
{
    /// <summary>The visitor's own token, without its secret.</summary>
    public required TokenShown Me { get; init; }

    /// <summary>Whoever has a valid token, once each by name; empty for whoever may not see them.</summary>
    public required IReadOnlyList<Principal> People { get; init; }

    /// <summary>Tokens, newest first, as many as fit; empty for whoever is no admin.</summary>
    public required IReadOnlyList<TokenShown> Tokens { get; init; }

    /// <summary>Address of the next tokens; null when there are none.</summary>
    public required string? NextTokens { get; init; }

    /// <summary>A token that was just made or given another secret, with its text; null otherwise. Shown once.</summary>
    public TokenShown? Made { get; init; }

    /// <summary>Those that hold or will.</summary>
    public required IReadOnlyList<DelegationShown> Delegations { get; init; }

    public required IReadOnlyList<SinkLine> Sinks { get; init; }

    /// <summary>What was sent, newest first, as much as fits; null where nothing is kept of it.</summary>
    public required IReadOnlyList<Parcel>? Parcels { get; init; }

    /// <summary>Address of the parcels before; null when there are none.</summary>
    public required string? NextParcels { get; init; }

    /// <summary>The sink whose parcels are shown; empty for all.</summary>
    public required string Sink { get; init; }

    /// <summary>Whether only parcels whose last try failed are shown.</summary>
    public required bool IsFailed { get; init; }

    /// <summary>What is kept how long.</summary>
    public required IReadOnlyList<(string What, string Kept)> Retention { get; init; }
}
