using Optimizer.Domain.Policies;
using Optimizer.Domain.Policies.Scopes;
using Optimizer.Workflows.Definitions.Reading;

namespace Optimizer.Workflows.Definitions.PolicyParts;

/// <summary>Reads one scope of a policy file.</summary>
internal static class ScopeReader
{
    private static readonly string[] Kinds = ["site", "domain", "play", "page", "campaign", "experiment", "action"];

    private static readonly IReadOnlyList<string> Actions = [.. Enum.GetValues<ActionKind>().Select(JsonNames.Of)];

    public static ReadScope? Read(Place item, string file)
    {
        if (item.Fields([.. Kinds, "plays", "profile", "freeze", "set"]) is not { } fields)
        {
            return null;
        }

        var named = Kinds.Where(fields.Has).ToList();

        // A page stands on a site; its path alone could be on any of them.
        var word = named is ["site", "page" or "campaign"] ? named[1] : named.Count == 1 ? named[0] : null;
        if (word is null)
        {
            item.Refuse(named.Count == 0
                ? $"names no scope; begin with one of {string.Join(", ", Kinds)}, as in site: shop.example"
                : $"names {string.Join(" and ", named)}; a scope is one of them (a page or campaign may name its site beside it)");
            return null;
        }

        var kind = Enum.Parse<ScopeKind>(word, true);
        var (settings, profile, plays) = (SettingReader.All(fields, file), ProfileOf(fields), Plays(fields, kind));
        if (NameOf(fields, word, kind) is not { } name)
        {
            return null;
        }

        if (profile is not null && kind is ScopeKind.Experiment or ScopeKind.Action)
        {
            fields.May("profile").Refuse("an experiment or action has the profile of its play; set single keys instead");
        }

        return new(
            new PolicyScope
            {
                Kind = kind,
                Name = name,
                Site = kind is ScopeKind.Page or ScopeKind.Campaign ? fields.May("site").Text() : null,
                Plays = kind == ScopeKind.Play ? [name] : plays,
                Profile = profile,
                Settings = settings,
                Place = SettingReader.Where(file, item.Problems, item.Line),
            },
            item.Line, item.Path);
    }

    public static Profile? ProfileOf(Fields fields)
    {
        var place = fields.May("profile");
        if (place.Text() is not { } written)
        {
            return null;
        }

        if (ProfileNames.Find(written) is { } profile)
        {
            return profile;
        }

        place.Refuse($"there is no profile {Shown.Quote(written)}; did you mean {ProfileNames.Nearest(written)}? There are {string.Join(", ", ProfileNames.All)}");
        return null;
    }

    private static string? NameOf(Fields fields, string word, ScopeKind kind)
    {
        var place = fields.Need(word, $"the name of the {word}");
        return kind switch
        {
            ScopeKind.Action => place.OneOf([.. Actions]),
            ScopeKind.Play => place.Name(text => !text.Contains('*', StringComparison.Ordinal), "one play's slug; for several make a domain"),
            _ => place.Text(),
        };
    }

    private static IReadOnlyList<string> Plays(Fields fields, ScopeKind kind)
    {
        if (kind is ScopeKind.Play or ScopeKind.Experiment or ScopeKind.Action)
        {
            if (fields.Has("plays"))
            {
                fields.May("plays").Refuse("only a site, domain, page or campaign lists its plays");
            }

            return [];
        }

        return fields.Need("plays", "the slugs of its plays, as in [onboarding, \"pricing-*\"]").Items(item => item.Text(), 1) ?? [];
    }
}
