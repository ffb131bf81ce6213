using System.Collections.Concurrent;
using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Decisions;
using Optimizer.Workflows.Experiments;
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
        var query = new AuditQuery { Experiment = experiment, Kinds = ["decision.made"], NewestFirst = true };
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
    /// <param name="play">Slug.</param>
    /// <param name="said">What the play says of it, such as onboarding-3 AdoptProven; null before the first.</param>
    /// <param name="active">The live experiment; null for none.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public async Task<LastDecision?> LastOfAsync(string play, string? said, ActiveExperiment? active, CancellationToken cancellationToken)
    {
        if (active?.LastLook is { Decision.Length: > 0 } look)
        {
            return new(look.Decision, active.Id, look.Kind, active.StartedAt.AddDays(look.Day), look.Reasons);
        }

        if (said is null)
        {
            return null;
        }

        if (_last.TryGetValue(play, out var known) && known.Said == said)
        {
            return known.Decision;
        }

        LastDecision? last = null;
        var query = new AuditQuery { Play = play, Kinds = ["experiment.ended"], NewestFirst = true };
        await foreach (var record in loop.Reads.Audit.ReadAsync(query, cancellationToken))
        {
            if (record.Entry is { Event: ExperimentEnded ended, Experiment: { } experiment })
            {
                last = new(ended.Decision, experiment, ended.End, record.Entry.At, ended.Reasons);
                break;
            }
        }

        Trim(_last);
        _last[play] = (said, last);
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
