using Optimizer.Domain.Audit;
using Optimizer.Domain.Audit.Events;
using Optimizer.Workflows.Ports;

namespace Optimizer.Workflows.Answers;

/// <summary>What was changed in a stretch of time: experiments, adoptions, orders; not every reading and look.</summary>
internal sealed class ChangeAnswers(IAuditTrail trail)
{
    private const int MostListed = 20;
    private const int UsualDays = 7;

    private static readonly string[] Kinds =
    [
        "autonomy.changed", "change.adopted", "effect.failed", "experiment.ended", "experiment.extended", "experiment.started", "loop.frozen", "loop.unfrozen", "order.given",
        "play.converged", "play.definition", "play.enrolled", "play.paused", "play.reopened", "play.resumed", "play.stopped", "safety.tripped",
    ];

    public async Task<Answer> AnswerAsync(AskedQuestion asked, CancellationToken cancellationToken)
    {
        var time = asked.Time ?? new LocalDayClock(asked.Question.Now, asked.Question.Zone).Lately(UsualDays, "day");
        var of = asked.Experiment is { } experiment ? $" in experiment {Says.Name(experiment)}" : asked.Play is { } play ? $" in {Says.Name(play)}" : "";
        var understood = $"what was changed{of} {time.Words}";
        var query = new AuditQuery { Experiment = asked.Experiment, Kinds = Kinds, Play = asked.Play, Since = time.Since, Until = time.Until };
        var records = await trail.ReadAsync(query, cancellationToken).ToListAsync(cancellationToken);

        // An order to read the KPIs changes nothing.
        var changes = records.Where(record => record.Entry.Event is not OrderGiven { Order: "tick" or "wake" }).OrderByDescending(record => record.Sequence).ToList();
        var draft = new AnswerDraft();
        if (changes.Count == 0)
        {
            draft.Say($"Nothing was changed{of} {time.Words}: there is no record of any change.");
            await LastAsync(draft, asked, time, cancellationToken);
            return draft.Answer(AnswerKind.NoRecord, understood, Suggestions.Usual);
        }

        draft.Fact($"What was changed{of} {time.Words}, newest first{(changes.Count > MostListed ? $"; the newest {MostListed} of {changes.Count}" : "")}:", changes[0], changes[^1]);
        var story = new Story(trail, asked.Question.Zone);
        foreach (var record in changes.Take(MostListed))
        {
            draft.Item(story.Headline(record), record);
        }

        return draft.Answer(AnswerKind.Facts, understood, [.. changes.Where(record => record.Entry.Event is ExperimentEnded or SafetyTripped or PlayPaused).Take(3).Select(Suggestions.Why)]);
    }

    private async Task LastAsync(AnswerDraft draft, AskedQuestion asked, AskedTime time, CancellationToken cancellationToken)
    {
        AuditRecord? last = null;
        await foreach (var record in trail.ReadAsync(new() { Experiment = asked.Experiment, Kinds = Kinds, Play = asked.Play, Until = time.Since ?? time.Until }, cancellationToken))
        {
            last = record;
        }

        if (last is not null)
        {
            draft.Say("The last change before that:");
            draft.Item(new Story(trail, asked.Question.Zone).Headline(last), last);
        }
    }
}
