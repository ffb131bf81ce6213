using Optimizer.Domain.Identity;
using Optimizer.Workflows.Operations;

namespace Optimizer.Cockpit.Pages.Shell;

/// <summary>Who looks at a page, and what every page shows them.</summary>
public sealed record Visitor
{
    public required Principal Principal { get; init; }

    public required DateTimeOffset Now { get; init; }

    /// <summary>To be sent with every form.</summary>
    public required string FormToken { get; init; }

    /// <summary>Number of the last record of the trail when the page was made: what is newer has changed since.</summary>
    public required long Head { get; init; }

    /// <summary>Questions that wait for an answer.</summary>
    public required int Waiting { get; init; }

    /// <summary>The freeze that holds; null when none does.</summary>
    public required Freeze? Freeze { get; init; }

    /// <summary>Their visit: when they looked last before.</summary>
    public required Visit Visit { get; init; }

    /// <summary>What just happened by their own doing, to be said once; null for nothing.</summary>
    public string? Said { get; init; }

    public bool IsAtLeast(Role role) => Principal.Role >= role;
}
