using System.CommandLine;
using Optimizer.Standalone.Evidence;
using Optimizer.Workflows.Evidence;

namespace Optimizer.Standalone.Commands;

/// <summary><c>why ID</c>: why something was decided, ruled, asked or changed, in plain words with the numbers; <c>why "sentence"</c>: a question in words.</summary>
internal static class WhyCommand
{
    public static Command Build(RecordSource source)
    {
        var id = new Argument<string[]>("ID")
        {
            Arity = ArgumentArity.OneOrMore,
            Description = "A decision (onboarding-3.14), experiment, ruling, anomaly, hypothesis, approval, effect, or a number in the trail; or a question in words, such as \"what did you change last week?\".",
        };
        var command = new Command("why", "Says why: what was decided, on what numbers, by which rule, what led to it and what followed. Answers questions in words from the records.") { id };
        source.Ask(command, async (parsed, store, cancellationToken) =>
        {
            var asked = string.Join(' ', parsed.GetRequiredValue(id));
            if (WhyQuestion.IsOne(asked))
            {
                return await new WhyQuestion(source, store).AnswerAsync(parsed, asked, cancellationToken);
            }

            if (await EvidenceSearch.FindAsync(store.Audit, asked.TrimStart('#'), cancellationToken) is not { } record)
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
