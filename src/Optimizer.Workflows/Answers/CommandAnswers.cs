namespace Optimizer.Workflows.Answers;

/// <summary>What is said to a typed command: it is proposed, never carried out (S1-163).</summary>
internal static class CommandAnswers
{
    public static Answer Of(AskedQuestion asked, PlayNames names)
    {
        var draft = new AnswerDraft();
        if (asked.Command is not { } command)
        {
            draft.Say("Answers to approvals, the end of a freeze and changes of records are not given here: here things are only asked and proposed.");
            draft.SayItem("Approve or reject on the approvals page, by the signed link you were sent, or with 'optimizer approvals approve ID' and 'optimizer approvals reject ID'.");
            draft.SayItem("An admin ends a freeze with 'optimizer unfreeze'. No one changes what is on record.");
            return draft.Answer(AnswerKind.Refused, "a command that is not taken here", "What are you waiting for?");
        }

        if (asked.Choices.Count > 0)
        {
            return PlayListing.AskBack(asked);
        }

        if (Needs(command.Verb) && command.Play is null)
        {
            var nearest = names.Nearest(asked.Unknown ?? command.Detail);
            draft.Say(asked.Unknown is { } unknown
                ? $"There is no play or experiment {Says.Quote(unknown)}, so nothing is proposed{(nearest.Count == 0 ? ": no play has been enrolled yet." : $"; nearest are {Says.List([.. nearest.Select(Says.Name)])}.")}"
                : "Which play? Nothing is proposed until it is named.");
            return draft.Answer(
                AnswerKind.AskBack, $"a command to {Words(command.Verb)} something", [.. nearest.Where(Says.IsPlainId).Select(slug => $"{Word(command.Verb)} {slug}")]);
        }

        var about = asked.Experiment is { } experiment ? $" experiment {Says.Name(experiment)} of {Says.Name(command.Play!)}" : command.Play is { } play ? $" {Says.Name(play)}" : "";
        draft.Say($"Nothing is done from here. What you typed is a proposal to {Words(command.Verb)}{about}: {Says.Quote(command.Text)}");
        draft.Say("Policy rules on it, and asks whoever must say yes.");
        return draft.Answer(AnswerKind.Proposal, $"a command to {Words(command.Verb)}{about}", Suggestions.For(asked)) with
        {
            Proposal = asked.Experiment is { } id ? command with { Detail = id } : command,
        };
    }

    // The rest may be about everything.
    private static bool Needs(CommandVerb verb) => verb is not (CommandVerb.Freeze or CommandVerb.SetPolicy);

    // As it would be typed.
    private static string Word(CommandVerb verb) => verb switch
    {
        CommandVerb.LowerAutonomy => "lower the autonomy of",
        CommandVerb.RaiseAutonomy => "raise the autonomy of",
        CommandVerb.SetPolicy => "set",
        CommandVerb.Start => "start an experiment on",
        _ => verb.ToString().ToLowerInvariant(),
    };

    private static string Words(CommandVerb verb) => verb switch
    {
        CommandVerb.Adopt => "adopt the variant of",
        CommandVerb.Freeze => "freeze every change outside",
        CommandVerb.SetPolicy => "change the policy",
        CommandVerb.Tick => "read the KPIs now of",
        _ => Word(verb),
    };
}
