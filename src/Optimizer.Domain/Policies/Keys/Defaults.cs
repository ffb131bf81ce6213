namespace Optimizer.Domain.Policies.Keys;

/// <summary>Defaults that differ by profile.</summary>
internal static class Defaults
{
    public static readonly IReadOnlyList<Profile> Strict =
        [Profile.GtmPlayStrict, Profile.SiteCroStrict, Profile.BudgetStrict, Profile.OutboundSopStrict];

    public static readonly IReadOnlyList<Profile> Site = [Profile.SiteCro, Profile.SiteCroStrict];

    public static IReadOnlyDictionary<Profile, string> For(IEnumerable<Profile> profiles, string value) =>
        profiles.ToDictionary(profile => profile, _ => value);
}
