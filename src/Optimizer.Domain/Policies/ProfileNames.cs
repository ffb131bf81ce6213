using Optimizer.Domain.Policies.Keys;

namespace Optimizer.Domain.Policies;

/// <summary>Profiles as files write them: gtm-play-strict.</summary>
public static class ProfileNames
{
    private static readonly Dictionary<string, Profile> ByName = new(StringComparer.OrdinalIgnoreCase)
    {
        ["gtm-play"] = Profile.GtmPlay,
        ["gtm-play-strict"] = Profile.GtmPlayStrict,
        ["site-cro"] = Profile.SiteCro,
        ["site-cro-strict"] = Profile.SiteCroStrict,
        ["budget"] = Profile.Budget,
        ["budget-strict"] = Profile.BudgetStrict,
        ["outbound-sop"] = Profile.OutboundSop,
        ["outbound-sop-strict"] = Profile.OutboundSopStrict,
    };

    public static IReadOnlyCollection<string> All => ByName.Keys;

    public static string Of(Profile profile) => ByName.First(pair => pair.Value == profile).Key;

    /// <summary>Null when there is no such profile.</summary>
    public static Profile? Find(string name) => ByName.TryGetValue(name, out var profile) ? profile : null;

    /// <summary>The known name that is written most alike.</summary>
    public static string Nearest(string name) => Spelling.Nearest(name, ByName.Keys)!;
}
