using Optimizer.Connectors.Recordings;
using Optimizer.Domain.Approvals;
using Optimizer.Domain.Audit;
using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Decisions;
using Optimizer.Domain.Monitoring;
using Optimizer.Domain.Plays;
using Optimizer.Domain.Policies;
using Optimizer.Workflows.Evidence;

namespace Optimizer.Standalone.Backtests;

/// <summary>Gathers what a backtest's page tells from the audit trail, record by record: the trail is the truth, the page a projection.</summary>
/// <param name="kpi">Key of the recorded KPI.</param>
/// <param name="timeZone">Of the play.</param>
/// <param name="full">What policy would say if the play might act alone.</param>
/// <param name="end">Of the figures: what the KPI is said to do later is not told.</param>
/// <param name="exposures">Which experiment lived through which recording.</param>
internal sealed class TrailReading(string kpi, string timeZone, EffectivePolicy full, DateTimeOffset end, RecordedExposures exposures)
{
    private readonly List<FlaggedSpell> _spells = [];
    private readonly Dictionary<string, ProposedChange> _proposed = new(StringComparer.Ordinal);
    private readonly List<AskedPerson> _asked = [];
    private readonly Dictionary<string, ReplayedExperiment> _experiments = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(int Day, Trigger Trigger)>> _fired = new(StringComparer.Ordinal);
    private readonly List<(DateOnly Day, string Text)> _others = [];
    private readonly SortedDictionary<KpiClass, int> _classes = [];
    private bool _isOpen;

    public IReadOnlyList<FlaggedSpell> Spells => _spells;

    public IReadOnlyList<ProposedChange> Proposed => [.. _proposed.Values];

    public IReadOnlyList<AskedPerson> Asked => _asked;

    /// <summary>Days by class.</summary>
    public IReadOnlyDictionary<KpiClass, int> Classes => _classes;

    /// <summary>What else happened: convergence, changes of autonomy, tracking lost, steps that failed.</summary>
    public IReadOnlyList<(DateOnly Day, string Text)> Others => _others;

    public IReadOnlyList<ReplayedExperiment> Experiments => [.. _experiments.Values.Select(each => each with
    {
        Fired = _fired.GetValueOrDefault(each.Id) ?? [],
        
        // The end of a recording is no fault of the days before it.
        Other = each.Last is null ? null : OtherMode.Of(each.Last with { Evidence = each.Last.Evidence with { Fault = null } }),
    })];

    public void Read(AuditRecord record)
    {
        var entry = record.Entry;
        var day = TickClock.LocalDay(entry.At, timeZone);
        switch (entry.Event)
        {
            case AnomalyFound or KpiRead or TrackingMissing or HypothesesProposed or RulingGiven { Action.Kind: ActionKind.StartExperiment } when entry.At > end:
                break;
            case AnomalyFound found when found.Kpi == kpi:
                Flag(found, day);
                break;
            case KpiRead read when read.Kpi == kpi:
                Count(read.Class);
                _isOpen = _isOpen && _spells[^1].Class == read.Class;
                if (_isOpen)
                {
                    _spells[^1] = _spells[^1].With(day, read.Change);
                }

                break;
            case HypothesesProposed proposed:
                Propose(proposed, day);
                break;
            case RulingGiven { Action.Kind: ActionKind.StartExperiment } ruling:
                Rule(ruling);
                break;
            case ApprovalAsked asked:
                _asked.Add(new(asked.Request, ApprovalState.Pending));
                break;
            case ApprovalEnded ended:
                var place = _asked.FindIndex(each => each.Request.Id == ended.Approval);
                _asked[place] = _asked[place] with { State = ended.State };
                break;
            case PlayConverged or AutonomyChanged or TrackingMissing or PlayParked or PlayRecovered or DiagnosisFailed or PlayPaused:
                _others.Add((day, AuditWords.Of(entry.Event)));
                break;
            default:
                Follow(entry, day);
                break;
        }
    }

    private void Follow(AuditEntry entry, DateOnly day)
    {
        if (entry.Experiment is not { } id)
        {
            return;
        }

        switch (entry.Event)
        {
            case ExperimentStarted started:
                var recording = exposures.Of(id);
                _experiments[id] = new(
                    id, recording?.Name ?? "none", recording?.Variants[1] ?? "", recording?.Days.Count ?? 0, started, day, null, null, null, null, []);
                break;
            case DecisionMade made:
                _experiments[id] = _experiments[id] with { Last = made.Record };
                var fired = _fired.TryGetValue(id, out var known) ? known : _fired[id] = [];
                fired.AddRange(made.Record.Decision.Triggers
                    .Where(trigger => trigger.Fired && trigger.Stated.Mode != RuleMode.Off && !fired.Exists(before => before.Trigger.Rule == trigger.Rule))
                    .Select(trigger => (made.Record.Evidence.Days.Count, trigger)));
                break;
            case ExperimentEnded ended:
                _experiments[id] = _experiments[id] with { Ended = ended, EndedOn = day };
                break;
            default:
                // Effects, shares of traffic, notices: 'why' shows them.
                break;
        }
    }

    private void Flag(AnomalyFound found, DateOnly day)
    {
        Count(found.Class);
        if (_isOpen && _spells[^1].Class == found.Class)
        {
            _spells[^1] = _spells[^1].With(day, found.Change);
            return;
        }

        _isOpen = true;
        _spells.Add(new(found.Anomaly, found.Class, day, day, 1, found.Change, found.Change, found.Reasons, 0));
    }

    private void Propose(HypothesesProposed proposed, DateOnly day)
    {
        if (_isOpen)
        {
            _spells[^1] = _spells[^1] with { Diagnoses = _spells[^1].Diagnoses + 1 };
        }

        foreach (var hypothesis in proposed.Hypotheses)
        {
            var known = _proposed.GetValueOrDefault(hypothesis.Fingerprint) ?? new ProposedChange(hypothesis, day, 0, null, null, null);
            _proposed[hypothesis.Fingerprint] = known with { Times = known.Times + 1 };
        }
    }

    private void Rule(RulingGiven ruling)
    {
        if (ruling.Action.Fingerprint is { } fingerprint && _proposed.TryGetValue(fingerprint, out var known) && known.Ruling is null)
        {
            _proposed[fingerprint] = known with
            {
                AtFull = PolicyRule.Rule(ruling.Action, ruling.History, Autonomy.Full, full),
                Ruling = ruling.Answer,
                RulingId = ruling.Ruling,
            };
        }
    }

    private void Count(KpiClass found) => _classes[found] = _classes.GetValueOrDefault(found) + 1;
}
