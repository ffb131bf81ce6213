using Optimizer.Workflows.Ports;

namespace Optimizer.Workflows.Answers;

/// <summary>Answers questions from the trail, by rules and templates: the same question on the same records has the same answer (S1-157).</summary>
public static class QuestionAnswers
{
    /// <summary>Answers a question. Nothing is changed, whatever the question says.</summary>
    /// <param name="trail">What is known.</param>
    /// <param name="question">What is asked.</param>
    /// <param name="live">Asks the engine how one play, or with null all, stand now; called only where the answer needs it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ArgumentException">The text is longer than <see cref="Question.Longest"/>.</exception>
    public static async Task<Answer> AnswerAsync(
        IAuditTrail trail, Question question, Func<string?, CancellationToken, Task<LiveState>> live, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(trail);
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(live);
        if (question.Text.Length > Question.Longest)
        {
            throw new ArgumentException($"a question has at most {Question.Longest} characters", nameof(question));
        }

        var names = await QuestionReader.NamesAsync(trail, cancellationToken);
        if (question.Play is { } given && names.Find(given) is null)
        {
            return PlayListing.NoSuch(given, names);
        }

        var asked = await new QuestionReader(trail).ReadAsync(question, names, cancellationToken);
        var answer = asked switch
        {
            { Intent: Intent.Command } => CommandAnswers.Of(asked, names),
            { Choices.Count: > 0 } => PlayListing.AskBack(asked),
            { Unknown: { } name } when asked.Intent != Intent.Unknown && asked.Record is null => PlayListing.NoSuch(name, names),
            _ => await MeantAsync(trail, asked, live, cancellationToken),
        };
        return asked is { Said: { } said, Play: { } play } && answer.Kind != AnswerKind.AskBack
            ? answer with { Text = $"I take {Says.Quote(said)} for {Says.Name(play)}.\n{answer.Text}" }
            : answer;
    }

    private static async Task<Answer> MeantAsync(
        IAuditTrail trail, AskedQuestion asked, Func<string?, CancellationToken, Task<LiveState>> live, CancellationToken cancellationToken) => asked.Intent switch
        {
            Intent.Changes => await new ChangeAnswers(trail).AnswerAsync(asked, cancellationToken),
            Intent.Deed when asked is { Deed: null, Play: null, Experiment: null } => NotUnderstood(),
            Intent.Deed => await new DeedAnswers(trail).AnswerAsync(asked, cancellationToken),
            Intent.Learned => await new LearnedAnswers(trail).AnswerAsync(asked, cancellationToken),
            Intent.Next => await new NextAnswers(trail).AnswerAsync(asked, asked.Play is null ? LiveState.None : await live(asked.Play, cancellationToken), cancellationToken),
            Intent.Record => await new DeedAnswers(trail).RecordAsync(asked, asked.Record!, cancellationToken),
            Intent.Running => await new LiveAnswers(trail).RunningAsync(asked, await live(asked.Play, cancellationToken), cancellationToken),
            Intent.Standing => await new LiveAnswers(trail).StandingAsync(asked, await live(asked.Play, cancellationToken), cancellationToken),
            Intent.Unknown => NotUnderstood(),
            Intent.Waiting => await new LiveAnswers(trail).WaitingAsync(asked, await live(asked.Play, cancellationToken), cancellationToken),
            _ => throw new ArgumentOutOfRangeException(nameof(asked), asked.Intent, "unknown intent"),
        };

    private static Answer NotUnderstood()
    {
        var draft = new AnswerDraft();
        draft.Say("I do not read that. I answer from the records: why something was done, who said yes, what was changed, what is waited for, what was learned. For example:");
        foreach (var question in Suggestions.Usual)
        {
            draft.SayItem(question);
        }

        return draft.Answer(AnswerKind.NotUnderstood, "nothing that is answered here", Suggestions.Usual);
    }
}
