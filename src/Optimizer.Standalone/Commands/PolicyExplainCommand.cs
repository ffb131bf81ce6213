using System.CommandLine;
using Optimizer.Domain.Policies;
using Optimizer.Domain.Policies.Keys;
using Optimizer.Standalone.Engine;
using Optimizer.Standalone.Policies;

namespace Optimizer.Standalone.Commands;

/// <summary><c>policy explain [KEY]</c>: every value with the scope and line it comes from, and those that lost.</summary>
internal static class PolicyExplainCommand
{
    private static readonly IReadOnlyList<string> Actions = [.. Enum.GetValues<ActionKind>().Select(JsonValues.Name)];

    public static Command Build(Terminal terminal, Option<bool> json, Option<DirectoryInfo> data)
    {
        var key = new Argument<string?>("KEY") { Description = "Only this key, with what it means and allows.", Arity = ArgumentArity.ZeroOrOne };
        var play = new Option<string?>("--play") { Description = "A definition's file, or a play's slug; without it what holds for plays that no scope names.", HelpName = "FILE|ID" };
        var policy = new Option<string?>("--policy") { Description = "A policy file; without it the one in force, else the built-in defaults.", HelpName = "FILE" };
        var experiment = new Option<string?>("--experiment") { Description = "Adds the scope of one experiment.", HelpName = "ID" };
        var action = new Option<string?>("--action") { Description = $"Adds the scope of one action: {string.Join(", ", Actions)}.", HelpName = "KIND" };
        action.AcceptOnlyFromAmong([.. Actions]);
        var command = new Command("explain", "Names for every value the scope and line it comes from, and the values that lost.") { key, play, policy, experiment, action };
        PolicyCommand.Run(command, terminal, data, async (parsed, source, cancellationToken) =>
        {
            if (parsed.GetValue(key) is { } name && PolicyKeys.Find(name) is null)
            {
                return terminal.Refuse(Plain.Text($"there is no key '{name}'; did you mean {PolicyKeys.Nearest(name)}?"));
            }

            var book = await source.PolicyAsync(parsed.GetValue(policy), cancellationToken);
            var (slug, known) = parsed.GetValue(play) is { } asked ? await source.PlayAsync(asked, book, cancellationToken) : ("", null);
            var verb = parsed.GetValue(action);
            var effective = known is null
                ? book.ForSlug(slug, parsed.GetValue(experiment), verb)
                : book.For(known, parsed.GetValue(experiment), verb);
            var keys = PolicyKeys.All.Where(each => parsed.GetValue(key) is not { } only || each.Name == only).ToList();
            if (parsed.GetValue(json))
            {
                terminal.WriteJson(PolicyJson.Of(slug, effective, keys));
            }
            else
            {
                ExplainPage.Write(terminal.Console(), slug, known is not null, effective, keys);
            }

            return ExitCode.Ok;
        });
        return command;
    }
}
