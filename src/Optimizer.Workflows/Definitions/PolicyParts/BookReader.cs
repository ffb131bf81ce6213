using Optimizer.Domain.Guardrails;
using Optimizer.Domain.Policies;
using Optimizer.Domain.Policies.Scopes;
using Optimizer.Workflows.Definitions.Documents;
using Optimizer.Workflows.Definitions.Reading;

namespace Optimizer.Workflows.Definitions.PolicyParts;

/// <summary>Reads the whole of a policy file.</summary>
internal static class BookReader
{
    /// <summary>What is read before the hash is known.</summary>
    public sealed record Book(int Version, PolicyBook Policy);

    /// <summary>Null when something that all else hangs on is wrong; otherwise the problems say whether it counts.</summary>
    public static Book? Read(Node node, string file, ProblemList problems)
    {
        if (new Place(node, node.Line, "", problems).Fields("version", "profile", "freeze", "set", "scopes") is not { } fields)
        {
            return null;
        }

        var version = fields.Need("version", "a whole number that goes up with every change").Whole(1, int.MaxValue);
        var org = new PolicyScope
        {
            Kind = ScopeKind.Org,
            Settings = SettingReader.All(fields, file),
            Place = SettingReader.Where(file, problems, node.Line),
        };
        var scopes = fields.May("scopes").Items(item => ScopeReader.Read(item, file)) ?? [];
        OnceEach(scopes, fields.May("scopes"));
        return version is { } number
            ? new(number, new PolicyBook { Profile = ScopeReader.ProfileOf(fields) ?? Profile.GtmPlay, Scopes = [org, .. scopes.Select(scope => scope.Scope)] })
            : null;
    }

    /// <summary>A scope stands once, and a play is in one site, one domain, one page: else two of a kind would be as narrow as each other.</summary>
    private static void OnceEach(IReadOnlyList<ReadScope> scopes, Place list)
    {
        for (var i = 0; i < scopes.Count; i++)
        {
            foreach (var earlier in scopes.Take(i).Where(other => other.Scope.Kind == scopes[i].Scope.Kind))
            {
                var (one, other) = (scopes[i].Scope, earlier.Scope);
                if (one.Name == other.Name && one.Site == other.Site)
                {
                    list.Problems.Add(scopes[i].Line, scopes[i].Path, $"{one.Text} stands twice; the first is on line {list.Problems.LineInFile(earlier.Line)}. Make one of them");
                }
                else if (one.Kind is ScopeKind.Site or ScopeKind.Domain or ScopeKind.Page && Shared(one, other) is { } play)
                {
                    list.Problems.Add(
                        scopes[i].Line, $"{scopes[i].Path}.plays",
                        $"{Shown.Quote(play)} is in {other.Text} too (line {list.Problems.LineInFile(earlier.Line)}); a play belongs to one {one.Kind.ToString().ToLowerInvariant()}");
                }
            }
        }
    }

    private static string? Shared(PolicyScope one, PolicyScope other) =>
        one.Plays.FirstOrDefault(play => other.Plays.Any(pattern => PagePattern.Overlap(play, pattern)));
}
