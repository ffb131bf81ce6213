using System.CommandLine;
using Optimizer.Standalone.Evidence;
using Optimizer.Workflows.Evidence;

namespace Optimizer.Standalone.Commands;

/// <summary><c>why ID</c>: why something was decided, ruled, asked or changed, in plain words with the numbers.</summary>
internal static class WhyCommand
{
    public static Command Build(RecordSource source)
    {
        var id = new Argument<string>("ID")
        {
            Description = "A decision (onboarding-3.14), experiment, ruling, anomaly, hypothesis, approval, effect, or a number in the trail.",
        };
        var command = new Command("why", "Says why: what was decided, on what numbers, by which rule, what led to it and what followed.") { id };
        source.Ask(command, async (parsed, store, cancellationToken) =>
        {
            var asked = parsed.GetRequiredValue(id);
            if (await EvidenceSearch.FindAsync(store.Audit, asked, cancellationToken) is not { } record)
            {
                return source.Unknown(asked, await EvidenceSearch.NearestAsync(store.Audit, asked, cancellationToken));
            }

            var report = await WhyReport.OfAsync(store.Audit, record, cancellationToken);
            if (source.WantsJson(parsed))
            {
                source.Terminal.WriteJson(EvidenceJson.Of(asked, report));
            }
            else
            {
                WhyPage.Write(source.Terminal.Console(), asked, report);
            }

            return ExitCode.Ok;
        });
        return command;
    }
}
