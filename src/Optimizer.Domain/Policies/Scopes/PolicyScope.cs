using Optimizer.Domain.Guardrails;

namespace Optimizer.Domain.Policies.Scopes;

/// <summary>A part of the policy file and what it sets.</summary>
public sealed record PolicyScope
{
    public required ScopeKind Kind { get; init; }

    /// <summary>Empty for the org and for a definition.</summary>
    public string Name { get; init; } = "";

    /// <summary>Site of a page or campaign; null when it names none.</summary>
    public string? Site { get; init; }

    /// <summary>Slugs of the plays in it, * for any text; of a play scope its own slug. Empty in org, experiment and action: they hold for all.</summary>
    public IReadOnlyList<string> Plays { get; init; } = [];

    /// <summary>Profile of its plays; null to leave it to a wider scope.</summary>
    public Profile? Profile { get; init; }

    public IReadOnlyList<PolicySetting> Settings { get; init; } = [];

    /// <summary>File and line; null in a definition.</summary>
    public string? Place { get; init; }

    /// <summary>In words, such as site shop.example.</summary>
    public string Text => Name.Length == 0 ? Kind.ToString().ToLowerInvariant() : $"{Kind.ToString().ToLowerInvariant()} {Name}";

    /// <summary>Whether it concerns the play, experiment and action.</summary>
    /// <param name="play">Slug.</param>
    /// <param name="experiment">Id; null when none is meant.</param>
    /// <param name="action">As in a file, such as adopt_variant; null when none is meant.</param>
    public bool Holds(string play, string? experiment, string? action) => Kind switch
    {
        ScopeKind.Org or ScopeKind.Definition => true,
        ScopeKind.Site or ScopeKind.Domain or ScopeKind.Play or ScopeKind.Page or ScopeKind.Campaign => Plays.Any(pattern => PagePattern.Overlap(pattern, play)),
        ScopeKind.Experiment => Name == experiment,
        ScopeKind.Action => Name == action,
        _ => throw new InvalidOperationException($"unknown kind of scope: {Kind}"),
    };
}
