using System.CommandLine;
using Optimizer.Domain.Policies.Checks;
using Optimizer.Standalone.Policies;

namespace Optimizer.Standalone.Commands;

/// <summary><c>policy lint FILE</c>: what does not read, what fights, what can never have an effect.</summary>
internal static class PolicyLintCommand
{
    public static Command Build(Terminal terminal, Option<bool> json, Option<DirectoryInfo> data)
    {
        var file = new Argument<string>("FILE") { Description = "A policy file." };
        var plays = new Option<string[]?>("--plays") { Description = "Files of definitions, to find scopes that name no play; without it the plays of the data directory.", HelpName = "FILE" };
        var command = new Command("lint", "Finds values that fight (exit code 6) and values that can never have an effect (exit code 0).") { file, plays };
        PolicyCommand.Run(command, terminal, data, async (parsed, source, cancellationToken) =>
        {
            var path = parsed.GetRequiredValue(file);
            var book = await source.PolicyAsync(path, cancellationToken);
            var known = parsed.GetValue(plays) is { Length: > 0 } files
                ? [.. files.SelectMany(PolicySource.PlaysOf).DistinctBy(play => play.Slug)]
                : await source.PlaysAsync(cancellationToken);
            var findings = PolicyLint.Of(book, known);
            if (parsed.GetValue(json))
            {
                terminal.WriteJson(PolicyJson.Of(path, book, findings));
            }
            else
            {
                LintPage.Write(terminal.Console(), path, book, findings);
            }

            return findings.Any(finding => finding.Kind == FindingKind.Fights) ? ExitCode.Conflict : ExitCode.Ok;
        });
        return command;
    }
}
