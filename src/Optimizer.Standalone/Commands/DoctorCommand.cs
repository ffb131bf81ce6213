using System.CommandLine;
using System.Text.Json.Nodes;
using Optimizer.Standalone.Checkup;

namespace Optimizer.Standalone.Commands;

/// <summary><c>doctor</c>: looks at everything the plays rely on, and says how to repair what is broken.</summary>
internal static class DoctorCommand
{
    public static Command Build(ServerSource source)
    {
        var command = new Command("doctor", "Checks disk, files, clock, plays, figures, policy and server, each with its fix; exit code 7 when something fails.");
        command.SetAction((parsed, cancellationToken) => source.TryAsync(async () =>
        {
            var findings = await Examination.OfAsync(new(source.FolderOf(parsed), source.Terminal.Clock, source.Terminal.Token), cancellationToken);
            if (source.WantsJson(parsed))
            {
                source.Terminal.WriteJson(new JsonObject
                {
                    ["data"] = source.FolderOf(parsed),
                    ["healthy"] = findings.All(finding => finding.Level != FindingLevel.Fail),
                    ["summary"] = FindingsPage.Short(findings),
                    ["findings"] = new JsonArray([.. findings.Select(finding => (JsonNode)new JsonObject
                    {
                        ["check"] = finding.Check,
                        ["level"] = JsonValues.Name(finding.Level),
                        ["evidence"] = finding.Evidence,
                        ["fix"] = finding.Fix,
                    })]),
                });
            }
            else
            {
                FindingsPage.Write(source.Terminal.Console(), findings);
            }

            return findings.Any(finding => finding.Level == FindingLevel.Fail) ? ExitCode.UpstreamFailure : ExitCode.Ok;
        }, cancellationToken));
        return command;
    }
}
