using System.Collections.Concurrent;
using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Decisions;
using Optimizer.Workflows.Experiments;
using Optimizer.Workflows.Plays;
using Optimizer.Workflows.Ports;

namespace Optimizer.Cockpit.Api.Plays;

/// <summary>What was read of the trail about decisions, which never change: a status that is asked for again reads none of it again.</summary>
internal sealed class DecisionCache(ServedLoop loop)
{
    private const int MostKept = 50_000;

    private readonly ConcurrentDictionary<string, (string Decision, int EndDay, IReadOnlyList<StopDistance> Distances)> _distances = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, (string Said, LastDecision? Decision)> _last = new(StringComparer.Ordinal);

    /// <summary>Distances at the last look; computed once per look.</summary>
    public async Task<IReadOnlyList<StopDistance>> DistancesAsync(string experiment, LookReading look, CancellationToken cancellationToken)
    {
        if (_distances.TryGetValue(experiment, out var known) && known.Decision == look.Decision && known.EndDay == look.EndDay)
        {
            return known.Distances;
        }

        var distances = await DecisionAsync(experiment, look.Decision, cancellationToken) is { } made ? StopDistances.Of(made.Record, look.EndDay) : [];
        Trim(_distances);
        _distances[experiment] = (look.Decision, look.EndDay, distances);
        return distances;
    }

    /// <summary>A decision by its id; null when the trail has none.</summary>
    public async Task<DecisionMade?> DecisionAsync(string experiment, string decision, CancellationToken cancellationToken)
    {
        var query = new AuditQuery { Experiment = experiment, Kinds = ["decision.made"] };
        await foreach (var record in loop.Reads.Audit.ReadAsync(query, cancellationToken))
        {
            if (record.Entry.Event is DecisionMade made && made.Record.Id == decision)
            {
                return made;
            }
        }

        return null;
    }

    /// <summary>The last decision of a play: of its live experiment, or else of the one that ended last.</summary>
    public async Task<LastDecision?> LastOfAsync(PlayView view, ActiveExperiment? active, CancellationToken cancellationToken)
    {
        if (active?.LastLook is { Decision.Length: > 0 } look)
        {
            return new(look.Decision, active.Id, look.Kind, active.StartedAt.AddDays(look.Day), look.Reasons);
        }

        if (view.LastDecision is not { } said)
        {
            return null;
        }

        if (_last.TryGetValue(view.Play, out var known) && known.Said == said)
        {
            return known.Decision;
        }

        LastDecision? last = null;
        var query = new AuditQuery { Play = view.Play, Kinds = ["experiment.ended"] };
        await foreach (var record in loop.Reads.Audit.ReadAsync(query, cancellationToken))
        {
            if (record.Entry is { Event: ExperimentEnded ended, Experiment: { } experiment })
            {
                last = new(ended.Decision, experiment, ended.End, record.Entry.At, ended.Reasons);
            }
        }

        Trim(_last);
        _last[view.Play] = (said, last);
        return last;
    }

    private static void Trim<TValue>(ConcurrentDictionary<string, TValue> kept)
    {
        if (kept.Count >= MostKept)
        {
            kept.Clear();
        }
    }
}
