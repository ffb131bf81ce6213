using Optimizer.Domain.Approvals;
using Optimizer.Domain.Audit;
using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Decisions;
using Optimizer.Domain.Experiments;
using Optimizer.Domain.Plays;
using Optimizer.Standalone.Loop;
using Optimizer.Workflows.Evidence;

namespace Optimizer.Standalone.Demo;

/// <summary>All that the demo shows at its end: from the records, and beside them what the market knows to be true.</summary>
/// <param name="Options">What was asked for.</param>
/// <param name="File">Of the records.</param>
/// <param name="Plays">In the order of their slugs.</param>
/// <param name="Decisions">Experiments that ended, in the order of their ends.</param>
/// <param name="Running">Experiments that still run.</param>
/// <param name="Questions">What people were asked.</param>
/// <param name="Brief">The week to show; null before the first brief.</param>
internal sealed record DemoReport(
    DemoOptions Options, string File, IReadOnlyList<DemoPlay> Plays, IReadOnlyList<DemoDecision> Decisions, int Running, DemoQuestions Questions, DemoBrief? Brief)
{
    private const int CompareDays = 28;

    /// <summary>True gain of the last weeks over nothing changed, mean of the plays, a share.</summary>
    public double MeanGain => Plays.Average(line => line.Truth.Gain);

    /// <summary>Gain that the best reachable settings would have had, likewise.</summary>
    public double MeanPossible => Plays.Average(line => line.Truth.Possible);

    public static async Task<DemoReport> OfAsync(
        Simulation simulation, IReadOnlyList<DemoDocument> plays, DemoOptions options, CancellationToken cancellationToken)
    {
        var records = simulation.Loop.Records;
        var questions = await simulation.Loop.Records.Audit
            .ReadAsync(new() { Kinds = ["approval.asked", "approval.ended", "autonomy.changed"] }, cancellationToken).ToListAsync(cancellationToken);
        var cards = await EvidenceSearch.ExperimentsAsync(records.Audit, null, cancellationToken);
        var bySlug = plays.ToDictionary(document => document.Slug, document => document.Definition.Play, StringComparer.Ordinal);
        var decisions = cards.Where(card => card.End is not null).OrderBy(card => card.EndedAt).ThenBy(card => card.Id, StringComparer.Ordinal)
            .Select(card => Decision(simulation, bySlug[card.Play], card, cards, questions)).ToList();
        var lines = new List<DemoPlay>();
        foreach (var document in plays)
        {
            lines.Add(await PlayAsync(simulation, document.Definition.Play, options, decisions, questions, cancellationToken));
        }

        return new(
            options, records.File, lines, decisions, cards.Count(card => card.End is null), DemoQuestions.Of(questions),
            await DemoBrief.WorthReadingAsync(records.Artifacts, cancellationToken));
    }

    private static DemoDecision Decision(
        Simulation simulation, Play play, ExperimentCard card, IReadOnlyList<ExperimentCard> cards, List<AuditRecord> questions)
    {
        var gain = card.Start is { } start ? TrueGain(simulation, play, start, cards.Where(other => other.Play == play.Slug)) : (double?)null;
        return new(play.Slug, card, Answered(questions, card.Id, ApprovalState.Approved), Answered(questions, card.Id, ApprovalState.Rejected), gain);
    }

    private static List<string> Answered(List<AuditRecord> questions, string experiment, ApprovalState state) =>
    [
        .. questions.Where(record => record.Entry.Experiment == experiment).Select(record => record.Entry.Event).OfType<ApprovalEnded>()
            .Where(end => end.State == state).SelectMany(end => end.By.Split(", ")).Distinct(StringComparer.Ordinal),
    ];

    // Against what was there when it began: what had been adopted on its variable, else the first setting.
    private static double TrueGain(Simulation simulation, Play play, ExperimentStarted start, IEnumerable<ExperimentCard> cards)
    {
        var setting = start.Hypothesis.Setting;
        var control = cards.Where(other => other.EndedAt <= start.Start && other.Adopted?.After.Variable == setting.Variable)
            .MaxBy(other => other.EndedAt)?.Adopted!.After;
        return control is null ? simulation.Market.Truth.Gain(play, setting) : simulation.Market.Truth.Gain(play, control, setting);
    }

    private static async Task<DemoPlay> PlayAsync(
        Simulation simulation, Play play, DemoOptions options, List<DemoDecision> decisions, List<AuditRecord> questions, CancellationToken cancellationToken)
    {
        var view = await simulation.Loop.ViewAsync(play.Slug) ?? throw new InvalidOperationException($"the play {play.Slug} does not run");
        var own = decisions.Where(decision => decision.Play == play.Slug).ToList();
        var first = DateOnly.FromDateTime(DemoSamples.Start.UtcDateTime);
        var last = first.AddDays((options.Weeks * 7) - 1);
        var from = last.AddDays(-Math.Min(CompareDays, options.Weeks * 7) + 1);
        var levels = questions.Where(record => record.Entry.Play == play.Slug).Select(record => record.Entry.Event).OfType<AutonomyChanged>().ToList();
        return new(
            play,
            view,
            await MeanAsync(simulation, play, first.AddDays(-CompareDays), first.AddDays(-1), cancellationToken),
            await MeanAsync(simulation, play, from, last, cancellationToken),
            [.. levels.Take(1).Select(change => change.From).Concat(levels.Select(change => change.To)).DefaultIfEmpty(view.Autonomy).Select(level => level.ToString().ToLowerInvariant())],
            own.Count(decision => decision.IsAdopted),
            own.Count(decision => decision.Card.End!.End == DecisionKind.Revert),
            own.Count(decision => decision.Card.End!.End == DecisionKind.Iterate),
            DemoTruth.Of(simulation.Market, play, from, last));
    }

    private static async Task<double?> MeanAsync(Simulation simulation, Play play, DateOnly first, DateOnly last, CancellationToken cancellationToken)
    {
        var points = await simulation.Market.Kpis.ReadAsync(play, play.Primary.First(), first, last, cancellationToken);
        var known = points.Where(point => point.Value is not null).ToList();
        return known.Count == 0 ? null : known.Average(point => point.Value!.Value);
    }
}
