using Optimizer.Domain.Audit;
using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Decisions;
using Optimizer.Workflows.Ports;
using static Optimizer.Domain.Words;

namespace Optimizer.Workflows.Answers;

/// <summary>What the experiments that ended taught: what worked, what did harm, what made no difference.</summary>
internal sealed class LearnedAnswers(IAuditTrail trail)
{
    private const int MostOfEach = 6;

    public async Task<Answer> AnswerAsync(AskedQuestion asked, CancellationToken cancellationToken)
    {
        var of = asked.Play is { } play ? $" in {Says.Name(play)}" : "";
        var time = asked.Time is { } stretch ? $" {stretch.Words}" : "";
        var understood = $"what was learned{of}{time}";
        var query = new AuditQuery { Experiment = asked.Experiment, Kinds = ["experiment.ended", "play.converged"], Play = asked.Play, Since = asked.Time?.Since, Until = asked.Time?.Until };
        var records = (await trail.ReadAsync(query, cancellationToken).ToListAsync(cancellationToken)).OrderByDescending(record => record.Sequence).ToList();
        var draft = new AnswerDraft();
        if (records.Count == 0)
        {
            draft.Say($"Nothing was learned{of}{time}: there is no record of an experiment that ended.");
            return draft.Answer(AnswerKind.NoRecord, understood, Suggestions.Usual);
        }

        var ended = records.Where(record => record.Entry.Event is ExperimentEnded).ToList();
        await TellAsync(draft, $"What worked{of}{time}", ended, end => end is DecisionKind.AdoptProven or DecisionKind.AdoptProvisional or DecisionKind.AdoptStated, cancellationToken);
        await TellAsync(draft, $"What did harm{of}{time} and was taken out", ended, end => end is DecisionKind.Revert, cancellationToken);
        await TellAsync(draft, $"What made no difference that could be shown{of}{time}", ended, end => end is DecisionKind.Iterate, cancellationToken);
        await TellAsync(draft, $"What counts for nothing{of}{time}, because the experiment itself was broken", ended, end => end is DecisionKind.Halt, cancellationToken);
        var story = new Story(trail, asked.Question.Zone);
        foreach (var record in records.Where(record => record.Entry.Event is PlayConverged).Take(MostOfEach))
        {
            draft.Fact(story.Headline(record), record);
        }

        return draft.Answer(AnswerKind.Facts, understood, [.. ended.Take(3).Select(record => $"Why {record.Entry.Experiment}?")]);
    }

    private async Task TellAsync(AnswerDraft draft, string title, IReadOnlyList<AuditRecord> ended, Func<DecisionKind, bool> isOne, CancellationToken cancellationToken)
    {
        var all = ended.Where(record => isOne(((ExperimentEnded)record.Entry.Event).End)).ToList();
        if (all.Count == 0)
        {
            draft.Say($"{title}: nothing on record.");
            return;
        }

        draft.Fact($"{title}{(all.Count > MostOfEach ? $", the newest {MostOfEach} of {all.Count}" : "")}:", all[0], all[^1]);
        foreach (var record in all.Take(MostOfEach))
        {
            var (end, experiment) = ((ExperimentEnded)record.Entry.Event, record.Entry.Experiment ?? "-");
            var start = await trail.ReadAsync(new() { Experiment = experiment, Kinds = ["experiment.started"] }, cancellationToken).FirstOrDefaultAsync(cancellationToken);
            var change = start?.Entry.Event is ExperimentStarted started ? Says.Quote(started.Hypothesis.Change) : "what it tried is not on record";
            var why = end.Reasons is [var first, ..] ? $" {Says.Quote(first)}" : "";
            draft.Item(
                $"{Says.Name(experiment)}: {change}. {DecisionWords.End(end.End)}, gain {Change(end.Gain)}{(end.Booked is > 0 and var booked ? $", {Change(booked)} booked" : "")}.{why}",
                start is null ? [record] : [record, start]);
        }
    }
}
