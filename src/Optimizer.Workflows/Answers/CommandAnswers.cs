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

        if (asked.Experiment is { } experiment && command.Verb is CommandVerb.Pause or CommandVerb.Resume or CommandVerb.Stop)
        {
            // What would be proposed is about the whole play, which is more than was said.
            draft.Say($"{Says.Name(experiment)} is one experiment of {Says.Name(command.Play!)}. Only a whole play is paused, resumed or stopped by a proposal; nothing is proposed.");
            return draft.Answer(AnswerKind.AskBack, $"a command to {Words(command.Verb)} one experiment", $"{Word(command.Verb)} {command.Play}", $"How is {command.Play} doing?");
        }

        var about = asked.Experiment is { } id ? $" experiment {Says.Name(id)} of {Says.Name(command.Play!)}" : command.Play is { } play ? $" {Says.Name(play)}" : "";
        draft.Say($"Nothing is done from here. What you typed would be a proposal to {Words(command.Verb)}{about}: {Says.Quote(command.Text)}");
        draft.Say(Where(command));
        return draft.Answer(AnswerKind.Proposal, $"a command to {Words(command.Verb)}{about}", Suggestions.For(asked)) with
        {
            Proposal = asked.Experiment is { } of ? command with { Detail = of } : command,
        };
    }

    // Policy rules on every proposal, however it is made.
    private static string Where(ProposedCommand command) => command.Verb switch
    {
        CommandVerb.Pause or CommandVerb.Resume or CommandVerb.Stop =>
            $"It is proposed when you say so: on the page that answers questions, or as {command.Verb.ToString().ToLowerInvariant()}_play to POST /api/proposals. Policy then rules on it, and asks whoever must say yes.",
        CommandVerb.Start => "Propose it with its hypothesis, as try_hypothesis to POST /api/proposals. Policy then rules on it, and asks whoever must say yes.",
        CommandVerb.SetPolicy => "Propose the whole text of the policy, as change_policy to POST /api/proposals. What would allow more waits for a second person.",
        CommandVerb.Freeze => "An operator freezes with 'optimizer freeze', which nobody has to approve.",
        CommandVerb.Tick => $"An operator lets it read its KPIs with 'optimizer tick {command.Play}', which changes nothing outside.",
        CommandVerb.Adopt or CommandVerb.Extend or CommandVerb.LowerAutonomy or CommandVerb.RaiseAutonomy or CommandVerb.Revert =>
            "The loop proposes this itself when the evidence or the scorecard says so, and asks whoever must say yes.",
        _ => throw new ArgumentOutOfRangeException(nameof(command), command.Verb, "unknown command"),
    };

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
