namespace Optimizer.Workflows.Answers;

/// <summary>Answers to questions about what is not there, or may be several things.</summary>
internal static class PlayListing
{
    private const int MostChoices = 6;

    /// <summary>Asks back, with the question repeated for every play that may be meant.</summary>
    public static Answer AskBack(AskedQuestion asked)
    {
        var draft = new AnswerDraft();
        var shown = asked.Choices.OrderBy(play => play.Slug, StringComparer.Ordinal).Take(MostChoices).ToList();
        draft.Say($"Which play do you mean? {asked.Choices.Count} fit{(asked.Choices.Count > MostChoices ? $"; the first {MostChoices}" : "")}:");
        foreach (var play in shown)
        {
            draft.SayItem($"{Says.Name(play.Slug)}: {Says.Quote(play.Name)}");
        }

        return draft.Answer(AnswerKind.AskBack, "a question that fits several plays", [.. shown.Select(play => $"{Says.Clean(asked.Question.Text, Question.Longest).TrimEnd('?', '.', '!', ' ')} ({play.Slug})?")]);
    }

    /// <summary>Says that nothing has the name, and what comes nearest.</summary>
    public static Answer NoSuch(string name, PlayNames names)
    {
        var draft = new AnswerDraft();
        var nearest = names.Nearest(name);
        draft.Say($"There is no play or experiment {Says.Quote(name)}{(nearest.Count == 0 ? ": no play has been enrolled yet." : $"; nearest are {Says.List([.. nearest.Select(Says.Name)])}.")}");
        return draft.Answer(AnswerKind.NoRecord, "a question about something that is not there", [.. nearest.Where(Says.IsPlainId).Select(slug => $"How is {slug} doing?")]);
    }
}
