using Optimizer.Domain.Policies.Keys;

namespace Optimizer.Domain.Policies.Scopes;

/// <summary>Makes one value of several scopes', by the type of the key (REQUIREMENTS section 1).</summary>
internal static class Resolution
{
    /// <param name="key">The key.</param>
    /// <param name="profile">Whose default holds where no scope says anything.</param>
    /// <param name="scopes">Those that concern the play, widest first.</param>
    public static PolicyValue Of(PolicyKey key, Profile profile, IReadOnlyList<PolicyScope> scopes)
    {
        var said = scopes
            .SelectMany(scope => scope.Settings.Where(setting => setting.Key == key.Name).Select(setting => new Claim(scope, setting.Value, setting.Place)))
            .ToList();

        // A default is overridden by what the file says: that is how a cap is widened. A definition only tightens what it finds.
        if (said.TrueForAll(claim => claim.Scope?.Kind == ScopeKind.Definition))
        {
            said.Insert(0, new(null, key.DefaultOf(profile), null));
        }

        var (best, why) = key.Type switch
        {
            PolicyKeyType.Preference or PolicyKeyType.Goal => (said[^1], "a narrower scope decides"),
            _ when key.Form == ValueForm.Names => (Union(key, said), "joined"),
            _ => (said.MaxBy(claim => key.Tightness(claim.Value))!, "looser"),
        };
        return new(
            key.Name, best.Value, best.Scope?.Text ?? $"profile {ProfileNames.Of(profile)}", best.Place,
            [.. said.Where(claim => claim != best && claim.Value.Length > 0).Select(claim =>
                $"{claim.Text(profile)}: {claim.Value}, {(claim.Value == best.Value ? "the same" : why)}")]);
    }

    private static Claim Union(PolicyKey key, IReadOnlyList<Claim> said)
    {
        var all = said.SelectMany(claim => KeyText.Names(claim.Value)).Distinct(StringComparer.Ordinal).ToList();
        var first = said.LastOrDefault(claim => claim.Value.Length > 0) ?? said[^1];
        return first with { Value = KeyText.Read(key, string.Join(',', all)).Value! };
    }

    private sealed record Claim(PolicyScope? Scope, string Value, string? Place)
    {
        public string Text(Profile profile) => (Scope, Place) switch
        {
            (null, _) => $"profile {ProfileNames.Of(profile)}",
            ({ } scope, null) => scope.Text,
            ({ } scope, { } place) => $"{scope.Text} ({place})",
        };
    }
}
