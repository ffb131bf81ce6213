using Optimizer.Domain.Approvals;
using Optimizer.Domain.Audit;
using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Plays;
using Optimizer.Workflows.Plays;
using Optimizer.Workflows.Ports;
using static Optimizer.Domain.Words;

namespace Optimizer.Workflows.Answers;

/// <summary>What is true now: what is waited for, what runs, how plays stand. The engine says what, the records why.</summary>
internal sealed class LiveAnswers(IAuditTrail trail)
{
    private const int MostListed = 12;

    public async Task<Answer> WaitingAsync(AskedQuestion asked, LiveState live, CancellationToken cancellationToken)
    {
        var (draft, zone) = (new AnswerDraft(), asked.Question.Zone);
        await FreezeAsync(draft, zone, cancellationToken);
        var plays = live.Plays.Where(view => asked.Play is null || view.Play == asked.Play).ToList();
        var open = live.Open.Where(request => asked.Play is null || request.Play == asked.Play).ToList();
        draft.Say(open.Count == 0 ? "No question waits for a person." : $"{(open.Count == 1 ? "1 question waits" : $"{open.Count} questions wait")} for a person{(open.Count > MostListed ? $"; the {MostListed} most urgent" : "")}:");
        foreach (var request in open.Take(MostListed))
        {
            await OpenAsync(draft, request, zone, cancellationToken);
        }

        var stuck = plays.Where(view => view.Problem is not null).ToList();
        foreach (var view in stuck.Take(MostListed))
        {
            draft.SayItem($"{live.Words}: {Says.Name(view.Play)} waits for what does not answer: {Says.Quote(view.Problem!)}");
        }

        foreach (var view in plays.Where(view => view.Status is PlayStatus.Paused or PlayStatus.Review).Take(MostListed))
        {
            await LastAsync(draft, view.Play, "play.paused", zone, cancellationToken);
        }

        Experiments(draft, live, plays);
        if (plays.Where(view => view.NextTick is not null && view.Status != PlayStatus.Stopped).MinBy(view => view.NextTick) is { } next)
        {
            draft.Say($"{live.Words}: the next tick is that of {Says.Name(next.Play)} on {Says.When(next.NextTick!.Value, zone)}.");
        }

        return draft.Answer(AnswerKind.Facts, $"what is waited for{Of(asked)}", Suggestions.For(asked));
    }

    public async Task<Answer> RunningAsync(AskedQuestion asked, LiveState live, CancellationToken cancellationToken)
    {
        var (draft, zone) = (new AnswerDraft(), asked.Question.Zone);
        await FreezeAsync(draft, zone, cancellationToken);
        var running = live.Plays.Where(view => view.Experiment is not null && (asked.Play is null || view.Play == asked.Play)).ToList();
        draft.Say(running.Count == 0 ? $"No experiment is running{Of(asked)}." : $"{(running.Count == 1 ? "1 experiment is" : $"{running.Count} experiments are")} running{Of(asked)}{(running.Count > MostListed ? $"; the first {MostListed}" : "")}:");
        foreach (var view in running.Take(MostListed))
        {
            await ExperimentAsync(draft, view, zone, cancellationToken);
        }

        return draft.Answer(running.Count == 0 ? AnswerKind.NoRecord : AnswerKind.Facts, $"what is running{Of(asked)}", [.. running.Take(3).Select(view => $"How is {view.Play} doing?"), .. running.Count == 0 ? Suggestions.For(asked) : []]);
    }

    public async Task<Answer> StandingAsync(AskedQuestion asked, LiveState live, CancellationToken cancellationToken)
    {
        var (draft, zone) = (new AnswerDraft(), asked.Question.Zone);
        await FreezeAsync(draft, zone, cancellationToken);
        if (asked.Play is { } play)
        {
            await OneAsync(draft, play, live, zone, cancellationToken);
        }
        else
        {
            draft.Say(live.Plays.Count == 0 ? "There is no play yet." : $"{live.Words}: {Count(live.Plays.Count)} plays: "
                + string.Join(", ", live.Plays.GroupBy(view => view.Status).OrderBy(group => group.Key).Select(group => $"{Count(group.Count())} {group.Key.ToString().ToLowerInvariant()}")) + ".");
            Experiments(draft, live, live.Plays);
            draft.Say(live.Open.Count == 0 ? "No question waits for a person." : $"{(live.Open.Count == 1 ? "1 question waits" : $"{live.Open.Count} questions wait")} for a person.");
            foreach (var view in live.Plays.Where(view => view.Problem is not null).Take(MostListed))
            {
                draft.SayItem($"{Says.Name(view.Play)} waits for what does not answer: {Says.Quote(view.Problem!)}");
            }
        }

        return draft.Answer(draft.HasFacts || live.Plays.Count > 0 ? AnswerKind.Facts : AnswerKind.NoRecord, $"how {(asked.Play is { } slug ? Says.Name(slug) : "everything")} stands", Suggestions.For(asked));
    }

    private static string Of(AskedQuestion asked) => asked.Play is { } play ? $" in {Says.Name(play)}" : "";

    private static void Experiments(AnswerDraft draft, LiveState live, IReadOnlyList<PlayView> plays)
    {
        var running = plays.Where(view => view.Experiment is not null).Select(view => Says.Name(view.Experiment!)).ToList();
        if (running.Count > 0)
        {
            draft.Say($"{live.Words}: evidence is gathered in {Says.List([.. running.Take(MostListed)])}{(running.Count > MostListed ? $", and {running.Count - MostListed} more" : "")}.");
        }
    }

    private async Task OneAsync(AnswerDraft draft, string play, LiveState live, TimeZoneInfo zone, CancellationToken cancellationToken)
    {
        var view = live.Plays.FirstOrDefault(each => each.Play == play);
        if (view is not null)
        {
            draft.Say($"{live.Words}: {Says.Name(play)} is {view.Status.ToString().ToLowerInvariant()}, autonomy {view.Autonomy.ToString().ToLowerInvariant()}, {(live.IsOfRecords ? "" : $"{Count(view.Ticks)} ticks, ")}{Count(view.Experiments)} experiments started{(view.NextTick is { } tick && view.Status != PlayStatus.Stopped ? $", next tick {Says.When(tick, zone)}" : "")}.");
            if (view.Problem is { } problem)
            {
                draft.Say($"It waits for what does not answer: {Says.Quote(problem)}");
            }
        }

        var story = new Story(trail, zone);
        foreach (var reading in await ReadingsAsync(play, cancellationToken))
        {
            draft.Fact(story.Headline(reading), reading);
        }

        if (view?.Experiment is not null)
        {
            await ExperimentAsync(draft, view, zone, cancellationToken);
        }

        foreach (var request in live.Open.Where(request => request.Play == play))
        {
            await OpenAsync(draft, request, zone, cancellationToken);
        }

        await PastAsync(draft, play, story, cancellationToken);
        if (view?.Status is PlayStatus.Paused or PlayStatus.Review)
        {
            await LastAsync(draft, play, "play.paused", zone, cancellationToken);
        }
    }

    private async Task PastAsync(AnswerDraft draft, string play, Story story, CancellationToken cancellationToken)
    {
        var ended = await trail.ReadAsync(new() { Kinds = ["experiment.ended"], Play = play }, cancellationToken).ToListAsync(cancellationToken);
        if (ended.Count == 0)
        {
            draft.Say("No experiment of it has ended yet.");
            return;
        }

        var proven = ended.Where(record => ((ExperimentEnded)record.Entry.Event).Booked > 0).ToList();
        draft.Fact($"{Count(ended.Count)} of its experiments have ended, {Count(proven.Count)} with a gain that is booked. The last:", [ended[^1], .. proven]);
        draft.Item(story.Headline(ended[^1]), ended[^1]);
    }

    // The last of each KPI, whether it asked for action or for nothing.
    private async Task<IReadOnlyList<AuditRecord>> ReadingsAsync(string play, CancellationToken cancellationToken)
    {
        var last = new SortedDictionary<string, AuditRecord>(StringComparer.Ordinal);
        await foreach (var record in trail.ReadAsync(new() { Kinds = ["anomaly.found", "kpi.read"], Play = play }, cancellationToken))
        {
            last[record.Entry.Event is KpiRead read ? read.Kpi : ((AnomalyFound)record.Entry.Event).Kpi] = record;
        }

        return [.. last.Values];
    }

    private async Task ExperimentAsync(AnswerDraft draft, PlayView view, TimeZoneInfo zone, CancellationToken cancellationToken)
    {
        var story = new Story(trail, zone);
        AuditRecord? last = null;
        await foreach (var record in trail.ReadAsync(new() { Experiment = view.Experiment, Kinds = ["experiment.started", "decision.made"] }, cancellationToken))
        {
            if (record.Entry.Event is ExperimentStarted)
            {
                draft.Item(story.Headline(record), record);
            }

            last = record.Entry.Event is DecisionMade ? record : last;
        }

        if (last?.Entry.Event is DecisionMade { Record.Decision: var decision })
        {
            draft.Item($"{story.Headline(last)}{(decision.Reasons is [var first, ..] ? $" {Says.Quote(first)}" : "")}", last);
        }
    }

    private async Task OpenAsync(AnswerDraft draft, ApprovalRequest request, TimeZoneInfo zone, CancellationToken cancellationToken)
    {
        var asked = await trail.ReadAsync(new() { Kinds = ["approval.asked"], Play = request.Play, Since = request.AskedAt - TimeSpan.FromDays(1) }, cancellationToken)
            .FirstOrDefaultAsync(record => record.Entry.Event is ApprovalAsked { Request.Id: var id } && id == request.Id, cancellationToken);
        var text = $"{Says.Name(request.Id)} of {Says.Name(request.Play)} waits for the {SeatWords.Of(request.Seat)} since {Says.When(request.AskedAt, zone)}: {Says.Quote(request.Title)}, until {Says.When(request.ExpiresAt, zone)}.";
        if (asked is null)
        {
            draft.SayItem(text);
        }
        else
        {
            draft.Item(text, asked);
        }
    }

    private async Task LastAsync(AnswerDraft draft, string play, string kind, TimeZoneInfo zone, CancellationToken cancellationToken)
    {
        AuditRecord? last = null;
        await foreach (var record in trail.ReadAsync(new() { Kinds = [kind], Play = play }, cancellationToken))
        {
            last = record;
        }

        if (last is not null)
        {
            draft.Item(new Story(trail, zone).Headline(last), last);
        }
    }

    private async Task FreezeAsync(AnswerDraft draft, TimeZoneInfo zone, CancellationToken cancellationToken)
    {
        AuditRecord? last = null;
        await foreach (var record in trail.ReadAsync(new() { Kinds = ["loop.frozen", "loop.unfrozen"] }, cancellationToken))
        {
            last = record;
        }

        if (last?.Entry.Event is LoopFrozen)
        {
            draft.Fact($"Nothing outside is changed now. {new Story(trail, zone).Headline(last)}", last);
        }
    }
}
