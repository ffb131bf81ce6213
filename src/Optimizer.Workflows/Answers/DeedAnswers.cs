using Optimizer.Domain.Audit;
using Optimizer.Domain.Audit.Events;
using Optimizer.Workflows.Ports;

namespace Optimizer.Workflows.Answers;

/// <summary>Why, when and by whom something was done; that it was not, when no record says so (S1-158).</summary>
internal sealed class DeedAnswers(IAuditTrail trail)
{
    private const int MostListed = 10;
    private const int MostNear = 3;

    // What a play's story is told by, where a question names no deed or the deed was never done.
    private static readonly string[] Telling =
    [
        "change.adopted", "experiment.ended", "experiment.started", "loop.frozen", "play.converged", "play.enrolled", "play.paused", "play.resumed", "play.stopped",
    ];

    public async Task<Answer> AnswerAsync(AskedQuestion asked, CancellationToken cancellationToken)
    {
        var (draft, understood) = (new AnswerDraft(), Understood(asked));
        var found = await FindAsync(asked, asked.Time, cancellationToken);
        if (found.Count == 0)
        {
            await MissAsync(draft, asked, cancellationToken);
            return draft.Answer(AnswerKind.NoRecord, understood, Suggestions.For(asked));
        }

        var story = new Story(trail, asked.Question.Zone);
        if (asked.Play is null && found.Count > 1)
        {
            draft.Fact($"{found.Count} records say what was {Past(asked)}{Time(asked)}{(found.Count > MostListed ? $"; the newest {MostListed}" : "")}:", found[0], found[^1]);
            foreach (var record in found.Take(MostListed))
            {
                draft.Item(story.Headline(record), record);
            }

            return draft.Answer(AnswerKind.Facts, understood, [.. found.Take(3).Select(record => Suggestions.Why(record))]);
        }

        await story.TellAsync(draft, found[0], cancellationToken);
        if (found.Count > 1)
        {
            draft.Say("The same before:");
            foreach (var record in found.Skip(1).Take(MostNear))
            {
                draft.Item(story.Headline(record), record);
            }
        }

        return draft.Answer(AnswerKind.Facts, understood, Suggestions.For(asked));
    }

    /// <summary>A record that was asked for by its id.</summary>
    public async Task<Answer> RecordAsync(AskedQuestion asked, AuditRecord record, CancellationToken cancellationToken)
    {
        var draft = new AnswerDraft();
        await new Story(trail, asked.Question.Zone).TellAsync(draft, record, cancellationToken);
        return draft.Answer(AnswerKind.Facts, $"why {Citation.Of(record).Id}", Suggestions.For(asked with { Play = record.Entry.Play }));
    }

    private static string Past(AskedQuestion asked) => asked.Deed?.Past ?? "done";

    private static string Time(AskedQuestion asked) => asked.Time is { } time ? $" {time.Words}" : "";

    private static string Subject(AskedQuestion asked) => asked.Experiment is { } experiment ? $"experiment {Says.Name(experiment)}" : asked.Play is { } play ? Says.Name(play) : "anything";

    private static string Understood(AskedQuestion asked) => asked.Form switch
    {
        QuestionForm.Who => $"who it was that {Subject(asked)} was {Past(asked)} by{Time(asked)}",
        QuestionForm.When => $"when {Subject(asked)} was {Past(asked)}{Time(asked)}",
        QuestionForm.Whether => $"whether {Subject(asked)} was {Past(asked)}{Time(asked)}",
        QuestionForm.Why => $"why {Subject(asked)} was {Past(asked)}{Time(asked)}",
        _ => throw new ArgumentOutOfRangeException(nameof(asked), asked.Form, "unknown form of a question"),
    };

    /// <summary>Newest first, one for each thing done.</summary>
    private async Task<IReadOnlyList<AuditRecord>> FindAsync(AskedQuestion asked, AskedTime? time, CancellationToken cancellationToken)
    {
        var kinds = asked.Deed?.Kinds ?? Telling;
        var isOfAll = kinds.All(kind => kind.StartsWith("loop.", StringComparison.Ordinal));

        // Looks are asked for by their experiment: those of all plays would be most of the trail.
        var query = new AuditQuery
        {
            Experiment = asked.Experiment,
            Kinds = asked.Experiment is null ? [.. kinds.Where(kind => kind != "decision.made")] : kinds.ToArray(),
            Play = isOfAll ? null : asked.Play,
            Since = time?.Since,
            Until = time?.Until,
        };
        var found = query.Kinds.Count == 0 ? [] : await trail.ReadAsync(query, cancellationToken)
            .Where(record => asked.Deed is not { } deed || deed.Says(record.Entry.Event)).ToListAsync(cancellationToken);
        return [.. found.OrderByDescending(record => record.Sequence).DistinctBy(Thing)];
    }

    private static string Thing(AuditRecord record) => record.Entry switch
    {
        { Event: ApprovalAnswered e } => $"approval {e.Approval}",
        { Event: ApprovalEnded e } => $"approval {e.Approval}",
        { Event: ChangeAdopted or ExperimentEnded, Experiment: { } experiment } => $"end {experiment}",
        _ => Citation.Of(record).Id,
    };

    /// <summary>Says that there is none, and names the nearest that there is: the same at another time, else what was done instead.</summary>
    private async Task MissAsync(AnswerDraft draft, AskedQuestion asked, CancellationToken cancellationToken)
    {
        draft.Say($"There is no record that {Subject(asked)} was {Past(asked)}{Time(asked)}.");
        var others = asked.Time is null ? [] : await FindAsync(asked, null, cancellationToken);
        var (title, near) = others.Count > 0 ? ("At other times it was:", others) : ("The last on record there:", await LastAsync(asked, cancellationToken));
        if (near.Count > 0)
        {
            draft.Say(title);
            var story = new Story(trail, asked.Question.Zone);
            foreach (var record in near.Take(MostNear))
            {
                draft.Item(story.Headline(record), record);
            }
        }
    }

    private async Task<IReadOnlyList<AuditRecord>> LastAsync(AskedQuestion asked, CancellationToken cancellationToken)
    {
        if (asked.Play is null)
        {
            return [];
        }

        var records = await trail.ReadAsync(new() { Kinds = Telling, Play = asked.Play }, cancellationToken).ToListAsync(cancellationToken);
        return [.. records.OrderByDescending(record => record.Sequence)];
    }
}
