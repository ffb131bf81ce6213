using Optimizer.Cockpit.Api.Plays;
using Optimizer.Domain.Policies;

namespace Optimizer.Cockpit.Pages.PlayDetail;

/// <summary>A play with everything that is true of it now and what happened to it.</summary>
public sealed record PlayModel
{
    /// <summary>As the API says it.</summary>
    public required PlayAnswer Play { get; init; }

    /// <summary>Where it stands, in one sentence.</summary>
    public required string Status { get; init; }

    /// <summary>Primary KPIs.</summary>
    public required IReadOnlyList<KpiPart> Kpis { get; init; }

    /// <summary>Null once it is over.</summary>
    public AutonomyPart? Autonomy { get; init; }

    /// <summary>Values that some scope sets; what is not named comes from the profile.</summary>
    public required IReadOnlyList<PolicyValue> Policy { get; init; }

    /// <summary>The profile in words.</summary>
    public required string Profile { get; init; }

    /// <summary>Definitions that were in force, newest first.</summary>
    public required IReadOnlyList<DefinitionVersion> Versions { get; init; }

    public required TimelinePart Timeline { get; init; }
}
