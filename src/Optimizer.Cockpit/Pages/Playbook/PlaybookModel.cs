namespace Optimizer.Cockpit.Pages.Playbook;

/// <summary>What the closed experiments taught.</summary>
public sealed record PlaybookModel
{
    /// <summary>Found by the search, newest end first, as many as fit.</summary>
    public required IReadOnlyList<Pattern> Patterns { get; init; }

    /// <summary>Found by the search.</summary>
    public required int Found { get; init; }

    /// <summary>All there are.</summary>
    public required int All { get; init; }

    /// <summary>Of all: those that were adopted.</summary>
    public required int Worked { get; init; }

    /// <summary>Of all: those that did harm and are blocked.</summary>
    public required int Blocked { get; init; }

    /// <summary>What was searched for; empty for all.</summary>
    public required string Search { get; init; }

    /// <summary>all, worked, blocked, nothing or broken.</summary>
    public required string Kind { get; init; }

    /// <summary>Address of the next ones; null when there are none.</summary>
    public required string? Next { get; init; }

    /// <summary>When it was read; what ended since is not in it.</summary>
    public required DateTimeOffset At { get; init; }
}
