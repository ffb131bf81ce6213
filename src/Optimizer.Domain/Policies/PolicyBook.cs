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
                Site = scopes.LastOrDefault(scope => scope.Kind == ScopeKind.Site)?.Name ?? scopes.LastOrDefault(scope => scope.Site is not null)?.Site ?? NoSite,
                Page = scopes.LastOrDefault(scope => scope.Kind == ScopeKind.Page)?.Name,
            },
            (built, pair) => pair.First.Into(built, pair.Second.Value));
        return Beginning(LateEnd(policy with { Values = values.ToDictionary(value => value.Key, StringComparer.Ordinal) }));
    }

    /// <summary>Without a manager's leave a play begins in shadow, whatever else is written (C34); never above its ceiling.</summary>
    private static EffectivePolicy Beginning(EffectivePolicy policy)
    {
        var start = Graduation.Start(policy);
        return start == policy.AutonomyStart
            ? policy
            : Replaced(policy with { AutonomyStart = start }, "autonomy.start", start.ToString().ToLowerInvariant(),
                policy.SkipGraduation ? "above autonomy.ceiling" : "above shadow needs autonomy.skip_graduation");
    }

    /// <summary>An experiment does not end before it may be decided: the gate moves the planned end.</summary>
    private static EffectivePolicy LateEnd(EffectivePolicy policy)
    {
        const int Week = 7;
        var least = (policy.Rules.MinimumDays + Week - 1) / Week * Week;
        return policy.Rules.EndDay >= least
            ? policy
            : Replaced(policy with { Rules = policy.Rules with { EndDay = least } }, "experiment.end_days", KeyText.Text(least), "shorter than experiment.min_days");
    }

    private static EffectivePolicy Replaced(EffectivePolicy policy, string key, string value, string why)
    {
        var was = policy.Values[key];
        return policy with
        {
            Values = new Dictionary<string, PolicyValue>(policy.Values, StringComparer.Ordinal)
            {
                [key] = was with { Value = value, Overruled = [.. was.Overruled, $"{was.Scope}: {was.Value}, {why}"] },
            },
        };
    }
}
