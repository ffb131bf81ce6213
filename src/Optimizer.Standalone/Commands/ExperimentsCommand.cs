using System.CommandLine;
using Optimizer.Standalone.Evidence;
using Optimizer.Workflows.Evidence;

namespace Optimizer.Standalone.Commands;

/// <summary><c>experiments</c>: what was tried and what came of it, from the trail.</summary>
internal static class ExperimentsCommand
{
    public static Command Build(RecordSource source) => new("experiments", "What was tried, what runs, and what came of it.")
    {
        List(source),
        Show(source),
    };

    private static Command List(RecordSource source)
    {
        var play = new Option<string?>("--play") { Description = "Only experiments of this play.", HelpName = "SLUG" };
        var command = new Command("list", "Lists experiments, the newest last.") { play };
        source.Ask(command, async (parsed, store, cancellationToken) =>
        {
            var cards = await EvidenceSearch.ExperimentsAsync(store.Audit, parsed.GetValue(play), cancellationToken);
            if (source.WantsJson(parsed))
            {
                source.Terminal.WriteJson(EvidenceJson.Of(store.File, cards));
            }
            else
            {
                ExperimentListPage.Write(source.Terminal.Console(), cards, parsed.GetValue(play));
            }

            return ExitCode.Ok;
        });
        return command;
    }

    private static Command Show(RecordSource source)
    {
        var id = new Argument<string>("ID") { Description = "The experiment, such as onboarding-3." };
        var markdown = new Option<bool>("--markdown") { Description = "The card as a page of Markdown, to forward." };
        var command = new Command("show", "Shows one experiment: hypothesis, looks, decision, what was changed.") { id, markdown };
        source.Ask(command, async (parsed, store, cancellationToken) =>
        {
            var asked = parsed.GetRequiredValue(id);
            if (await EvidenceSearch.ExperimentAsync(store.Audit, asked, cancellationToken) is not { } card)
            {
                var all = await EvidenceSearch.ExperimentsAsync(store.Audit, null, cancellationToken);
                return source.Unknown(asked, [.. all.Select(each => each.Id).OrderBy(each => AuditIds.Distance(asked, each)).Take(3)]);
            }

            if (source.WantsJson(parsed))
            {
                source.Terminal.WriteJson(EvidenceJson.Of(card, full: true));
            }
            else if (parsed.GetValue(markdown))
            {
                source.Terminal.Output.Write(Domain.Experiments.CardPage.Write(card));
            }
            else
            {
                ExperimentShowPage.Write(source.Terminal.Console(), card);
            }

            return ExitCode.Ok;
        });
        return command;
    }
}
