using Optimizer.Domain.Plays;
using Optimizer.Domain.Policies.Keys;
using Optimizer.Domain.Policies.Scopes;

namespace Optimizer.Domain.Policies;

/// <summary>A policy file, read: all scopes with their values and lines.</summary>
public sealed record PolicyBook
{
    private const string NoSite = "default";

    /// <summary>No file: every play has the profile gtm-play.</summary>
    public static PolicyBook Defaults { get; } = new();

    /// <summary>Version and the first 8 digits of the hash of the text, such as 3/9f2c41d0; "defaults" without a file.</summary>
    public string Version { get; init; } = "defaults";

    /// <summary>Of plays whose scopes name none.</summary>
    public Profile Profile { get; init; } = Profile.GtmPlay;

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<PolicyScope> Scopes { get; init; } = [];

    /// <summary>What it says for one play; the definition itself is the scope "definition", which may tighten and not loosen.</summary>
    /// <param name="play">The play.</param>
    /// <param name="experiment">Adds the scope of one experiment.</param>
    /// <param name="action">Adds the scope of one action, as a file writes it: adopt_variant.</param>
    public EffectivePolicy For(Play play, string? experiment = null, string? action = null)
    {
        ArgumentNullException.ThrowIfNull(play);
        var policy = Resolve(play.Slug, experiment, action, DefinitionScope.Of(play));
        return policy with { StartLimits = DefinitionScope.StartLimits(play) };
    }

    /// <summary>What it says for a play of which only the name is known: without the scope "definition".</summary>
    public EffectivePolicy ForSlug(string slug, string? experiment = null, string? action = null) => Resolve(slug, experiment, action, null);

    private EffectivePolicy Resolve(string slug, string? experiment, string? action, PolicyScope? definition)
    {
        // Sorting keeps the order of the file within a kind.
        var scopes = Scopes.Where(scope => scope.Holds(slug, experiment, action))
            .Concat(definition is null ? [] : [definition])
            .OrderBy(scope => scope.Kind)
            .ToList();
        var profile = scopes.LastOrDefault(scope => scope.Profile is not null)?.Profile ?? Profile;
        var values = PolicyKeys.All.Select(key => Resolution.Of(key, profile, scopes)).ToList();
        var policy = PolicyKeys.All.Zip(values).Aggregate(
            new EffectivePolicy
            {
                Version = Version,
                Profile = profile,
                Site = scopes.LastOrDefault(scope => scope.Kind == ScopeKind.Site)?.Name ?? NoSite,
                Page = scopes.LastOrDefault(scope => scope.Kind == ScopeKind.Page)?.Name,
            },
            (built, pair) => pair.First.Into(built, pair.Second.Value));
        return LateEnd(policy with { Values = values.ToDictionary(value => value.Key, StringComparer.Ordinal) });
    }

    /// <summary>An experiment does not end before it may be decided: the gate moves the planned end.</summary>
    private static EffectivePolicy LateEnd(EffectivePolicy policy)
    {
        const string End = "experiment.end_days";
        const int Week = 7;
        var least = (policy.Rules.MinimumDays + Week - 1) / Week * Week;
        return policy.Rules.EndDay >= least
            ? policy
            : policy with
            {
                Rules = policy.Rules with { EndDay = least },
                Values = new Dictionary<string, PolicyValue>(policy.Values, StringComparer.Ordinal)
                {
                    [End] = policy.Values[End] with
                    {
                        Value = KeyText.Text(least),
                        Overruled = [.. policy.Values[End].Overruled, $"{policy.Values[End].Value}, shorter than experiment.min_days"],
                    },
                },
            };
    }
}
