using Optimizer.Domain.Audit;
using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Decisions;
using Optimizer.Domain.Kpis;
using Optimizer.Domain.Plays;
using Optimizer.Domain.Policies;
using Optimizer.Workflows.Definitions;
using Optimizer.Workflows.Ports;

namespace Optimizer.Workflows.Evidence;

/// <summary>Recomputes what was decided, from what the trail stored with it: the same then, now and in years (S0-039, S0-040).</summary>
/// <param name="trail">Where the definition in force at a time is found.</param>
/// <param name="plays">Definitions and policy by hash.</param>
public sealed class Replay(IAuditTrail trail, IPlayStore plays)
{
    private readonly TermsReader _terms = new(plays);

    /// <summary>Recomputes a decision, from its record alone. Pure.</summary>
    public static ReplayReading Of(DecisionRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return ReplayReading.Of(
            $"decision {record.Id}", record.Decision,
            EvidenceRule.Judge(record.Evidence, record.Rules, record.MaxSecondaryDegradation).Decision);
    }

    /// <summary>Recomputes a ruling under the policy given. Pure.</summary>
    public static ReplayReading Of(RulingGiven ruling, EffectivePolicy policy)
    {
        ArgumentNullException.ThrowIfNull(ruling);
        return ReplayReading.Of(
            $"ruling {ruling.Ruling}", ruling.Answer, PolicyRule.Rule(ruling.Action, ruling.History, ruling.Autonomy, policy));
    }

    /// <summary>Recomputes an anomaly by the play's rules. Pure.</summary>
    public static ReplayReading Of(AnomalyFound anomaly, Play play)
    {
        ArgumentNullException.ThrowIfNull(anomaly);
        ArgumentNullException.ThrowIfNull(play);
        var what = $"anomaly {anomaly.Anomaly}";
        var recorded = new { anomaly.Class, anomaly.Change, anomaly.Reasons };
        if (play.Kpis.FirstOrDefault(kpi => kpi.Key == anomaly.Kpi) is not { } kpi)
        {
            return ReplayReading.Impossible(what, Payload.Of(recorded).ToString(), $"the definition in force has no KPI {anomaly.Kpi}");
        }

        var points = anomaly.Figures.Select((figure, day) => new KpiPoint(anomaly.FirstDay.AddDays(day), figure));
        var reading = Domain.Monitoring.Monitor.Classify(KpiSeries.Create(kpi.ToKpi(), points).Required(), KpiBands.RulesOf(play.Monitor, kpi.Direction));
        return ReplayReading.Of(what, recorded, new { reading.Class, reading.Change, reading.Reasons });
    }

    /// <summary>Recomputes a record, whatever it is; says so where nothing was computed, or its definition or policy is not stored.</summary>
    public async Task<ReplayReading> OfAsync(AuditRecord record, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(record);
        var entry = record.Entry;
        try
        {
            return entry.Event switch
            {
                DecisionMade made => Of(made.Record),
                RulingGiven ruling => Of(ruling, await PolicyAsync(ruling, cancellationToken)),
                AnomalyFound anomaly => Of(anomaly, await DefinitionAsync(record, cancellationToken)),
                ExperimentEnded ended when entry.Experiment is { } experiment => await DecisionAsync(record, experiment, ended.Decision, cancellationToken),
                _ => ReplayReading.Impossible($"record {record.Sequence}", record.Text, $"nothing was computed in a record of kind {AuditKinds.Of(entry.Event)}; decisions, rulings and anomalies can be recomputed"),
            };
        }
        catch (Exception damaged) when (damaged is InvalidOperationException or ArgumentException)
        {
            return ReplayReading.Impossible($"record {record.Sequence}", record.Text, damaged.Message);
        }
    }

    private async Task<ReplayReading> DecisionAsync(AuditRecord record, string experiment, string id, CancellationToken cancellationToken)
    {
        var looks = await trail.ReadAsync(new() { Experiment = experiment, Kinds = ["decision.made"] }, cancellationToken).ToListAsync(cancellationToken);
        return looks.Select(look => look.Entry.Event).OfType<DecisionMade>().FirstOrDefault(made => made.Record.Id == id) is { } decided
            ? Of(decided.Record)
            : ReplayReading.Impossible($"record {record.Sequence}", record.Text, $"{experiment} ended without a decision on evidence");
    }

    private async Task<EffectivePolicy> PolicyAsync(RulingGiven ruling, CancellationToken cancellationToken) =>
        ruling.Policy.Split('/') is [var ofAll, "-"]
            ? (await _terms.BookAsync(ofAll, cancellationToken)).ForSlug("-")
            : ruling.Policy.Split('/') is [var policy, var definition]
            ? (await _terms.FormerAsync(ruling.Action.Play, policy, definition, cancellationToken)).For(ruling.Action.Kind, ruling.Action.Experiment)
            : throw new InvalidOperationException($"'{ruling.Policy}' names no policy and definition");

    private async Task<Play> DefinitionAsync(AuditRecord record, CancellationToken cancellationToken)
    {
        string? hash = null;
        var query = new AuditQuery { Play = record.Entry.Play, Kinds = ["play.enrolled", "play.definition"] };
        await foreach (var change in trail.ReadAsync(query, cancellationToken))
        {
            if (change.Sequence > record.Sequence)
            {
                break;
            }

            hash = change.Entry.Event switch
            {
                PlayEnrolled enrolled => enrolled.DefinitionHash,
                DefinitionChanged { What: "definition" } changed => changed.To,
                _ => hash,
            };
        }

        // Any policy reads the same definition; none is asked for what the KPIs do.
        return hash is null
            ? throw new InvalidOperationException($"the trail does not say which definition of {record.Entry.Play} was in force")
            : (await _terms.FormerAsync(record.Entry.Play, PlayTerms.NoPolicy, hash, cancellationToken)).Play;
    }
}
