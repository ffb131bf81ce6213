using Optimizer.Domain.Experiments;
using Optimizer.Domain.Plays;
using Optimizer.Workflows.Ports;

namespace Optimizer.Connectors.Recordings;

/// <summary>
/// Recorded experiments lived through again: the first experiment that asks is given the first recording, the next the second, each day by
/// day from its own start. Days are told when they are over, with the shares they were recorded at: what the loop does to the traffic
/// changes nothing of what happened. After a recording's end, and when none is left, its fault says so. Thread-safe.
/// </summary>
/// <param name="recordings">In the order in which they are to be given.</param>
public sealed class RecordedExposures(IReadOnlyList<RecordedExperiment> recordings) : IExposureSource
{
    private static readonly RecordedDay Nobody = new([0.5, 0.5], [default, default]);

    private readonly Lock _gate = new();
    private readonly List<string> _given = [];

    /// <summary>Recordings that no experiment was given yet.</summary>
    public int Left
    {
        get
        {
            lock (_gate)
            {
                return Math.Max(0, recordings.Count - _given.Count);
            }
        }
    }

    /// <summary>The recording of an experiment; null when it was given none.</summary>
    public RecordedExperiment? Of(string experiment)
    {
        lock (_gate)
        {
            return _given.IndexOf(experiment) is >= 0 and var place && place < recordings.Count ? recordings[place] : null;
        }
    }

    public Task<Exposures> ReadAsync(Play play, string experiment, DateTimeOffset since, DateTimeOffset until, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(play);
        cancellationToken.ThrowIfCancellationRequested();
        var recording = Given(experiment);
        var start = TickClock.LocalDay(since, play.Monitor.TimeZone);
        var over = TickClock.LocalDay(until, play.Monitor.TimeZone).DayNumber - start.DayNumber;
        return Task.FromResult(new Exposures
        {
            // Without a recording there are days and nobody in them: the fault is then seen at the first look.
            Days = [.. (recording?.Days ?? [.. Enumerable.Repeat(Nobody, Math.Max(0, over))]).Take(Math.Max(0, over)).Select((day, i) => new ExposureDay(
                start.AddDays(i), day.Weights, day.Groups, new Dictionary<string, IReadOnlyList<GroupCount>>()))],
            Direction = play.Primary.First().Direction,
            Experiment = experiment,
            Fault = recording is null ? "no recorded experiment is left"
                : over > recording.Days.Count ? $"the recording '{recording.Name}' ends after {Domain.Words.Days(recording.Days.Count)}: nothing is known of the time after it"
                : null,
            IsConversion = recording?.IsConversion ?? true,
            Variants = recording?.Variants ?? ["control", "variant"],
        });
    }

    private RecordedExperiment? Given(string experiment)
    {
        lock (_gate)
        {
            if (!_given.Contains(experiment))
            {
                _given.Add(experiment);
            }

            return _given.IndexOf(experiment) is var place && place < recordings.Count ? recordings[place] : null;
        }
    }
}
