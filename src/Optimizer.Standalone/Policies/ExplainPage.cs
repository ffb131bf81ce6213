using Optimizer.Domain.Policies;
using Optimizer.Domain.Policies.Keys;
using Optimizer.Standalone.Commands;
using Optimizer.Standalone.Engine;
using Spectre.Console;

namespace Optimizer.Standalone.Policies;

/// <summary>A policy as a person reads it: each value, and who says so.</summary>
internal static class ExplainPage
{
    private const int LeastForOverruled = 24;

    public static void Write(IAnsiConsole console, string slug, bool known, EffectivePolicy policy, IReadOnlyList<PolicyKey> keys)
    {
        var who = slug.Length == 0 ? "plays that no scope names" : $"play {slug}";
        console.MarkupLine(
            $"policy {Plain.Markup(policy.Version)} for [bold]{Plain.Markup(who)}[/]: profile {ProfileNames.Of(policy.Profile)}, site {Plain.Markup(policy.Site)}{(policy.Page is { } page ? $", page {Plain.Markup(page)}" : "")}");
        if (slug.Length > 0 && !known)
        {
            console.MarkupLine("[dim]Its definition is not at hand: what it tightens is not in here.[/]");
        }

        if (keys is [var only])
        {
            One(console, only, policy.Values[only.Name]);
            return;
        }

        foreach (var group in keys.GroupBy(key => key.Type))
        {
            console.WriteLine();
            console.MarkupLine($"[bold]{PolicyWords.Group(group.Key)}[/]");
            var table = new FittedTable([("key", Justify.Left), ("value", Justify.Left), ("from", Justify.Left), ("overruled", Justify.Left)], LeastForOverruled);
            foreach (var key in group)
            {
                var value = policy.Values[key.Name];
                table.Add([key.Name, Plain.Markup(PolicyWords.Value(key, value.Value)), Plain.Markup(From(value)), Plain.Markup(string.Join("; ", value.Overruled))]);
            }

            table.Write(console);
        }

        if (policy.StartLimits.Count > 0)
        {
            console.WriteLine();
            Bullets.Write(console, policy.StartLimits.Select(limit => Plain.Text($"also at most {limit.Max} starts in {limit.Days} days ({limit.Source})")));
        }
    }

    private static void One(IAnsiConsole console, PolicyKey key, PolicyValue value)
    {
        console.WriteLine();
        console.MarkupLine($"[bold]{key.Name}[/] = {Plain.Markup(PolicyWords.Value(key, value.Value))}, from {Plain.Markup(From(value))}");
        Bullets.Write(console, [
            key.Means,
            $"{key.Type.ToString().ToLowerInvariant()}: must be {KeyText.Wanted(key)}",
            $"without a word from any scope: {PolicyWords.Value(key, key.Default)} in gtm-play{string.Concat(key.ByProfile.Select(pair => $", {PolicyWords.Value(key, pair.Value)} in {ProfileNames.Of(pair.Key)}"))}",
            .. value.Overruled.Select(why => Plain.Text($"overruled: {why}")),
        ]);
    }

    private static string From(PolicyValue value) => value.Place is { } place ? $"{value.Scope}, {place}" : value.Scope;
}
