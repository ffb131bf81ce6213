using Optimizer.Cockpit.Api.Plays;
using Optimizer.Cockpit.Pages.Shell;
using Optimizer.Domain.Audit.Events;

namespace Optimizer.Cockpit.Pages.Experiments;

/// <summary>Puts the list together: live ones from the engine, those that are over from the trail, newest first.</summary>
internal sealed class ExperimentsReader(ServedLoop loop, Board board, PlayReader plays)
{
    public const int PerPage = 50;

    private const int LivePerPage = 20;

    // A rare end is looked for through so many; the next page goes on from there.
    private const int MostRead = 1_000;

    public async Task<ExperimentsModel> ReadAsync(ExperimentsFilter filter, CancellationToken cancellationToken)
    {
        var (live, allLive) = filter is { End: null, Before: null } ? await LiveAsync(filter, cancellationToken) : ([], 0);
        var (ended, next) = filter.Skip == 0 ? await EndedAsync(filter, cancellationToken) : ([], null);
        return new(
            live, allLive, filter.Skip + LivePerPage < allLive ? (filter with { Skip = filter.Skip + LivePerPage }).Address() : null,
            ended, next is { } before ? (filter with { Before = before }).Address() : null, filter);
    }

    private async Task<(IReadOnlyList<LiveRow> Rows, int All)> LiveAsync(ExperimentsFilter filter, CancellationToken cancellationToken)
    {
        var reading = await board.ReadAsync(cancellationToken);
        var asked = reading.Questions.Select(question => question.Request.Experiment).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var running = reading.Plays.Where(line => line.Experiment is not null && (filter.Play.Length == 0 || line.Id == filter.Play))
            .OrderBy(line => asked.Contains(line.Experiment!) ? 0 : 1).ToList();
        var rows = new List<LiveRow>();
        foreach (var line in running.Skip(filter.Skip).Take(LivePerPage))
        {
            if (await plays.ActiveAsync(line.Experiment!, cancellationToken) is ({ } active, var question))
            {
                rows.Add(new(line.Id, active, question));
            }
        }

        return (rows, running.Count);
    }

    private async Task<(IReadOnlyList<EndedRow> Rows, long? Next)> EndedAsync(ExperimentsFilter filter, CancellationToken cancellationToken)
    {
        var (rows, read, last) = (new List<EndedRow>(), 0, 0L);
        var query = new Workflows.Ports.AuditQuery
        {
            BeforeSequence = filter.Before,
            Kinds = ["experiment.ended"],
            NewestFirst = true,
            Play = filter.Play.Length == 0 ? null : filter.Play,
        };
        await foreach (var record in loop.Reads.Audit.ReadAsync(query, cancellationToken))
        {
            if (rows.Count == PerPage || read++ == MostRead)
            {
                return (rows, last);
            }

            last = record.Sequence;
            if (record.Entry is { Event: ExperimentEnded end, Experiment: { } id } && (filter.End ?? end.End) == end.End)
            {
                rows.Add(new(id, record.Entry.Play, await ChangeAsync(id, cancellationToken), end, record.Entry.At, record.Sequence));
            }
        }

        return (rows, null);
    }

    private async Task<string?> ChangeAsync(string experiment, CancellationToken cancellationToken)
    {
        await foreach (var record in loop.Reads.Audit.ReadAsync(new() { Experiment = experiment, Kinds = ["experiment.started"] }, cancellationToken))
        {
            return ((ExperimentStarted)record.Entry.Event).Hypothesis.Change;
        }

        return null;
    }
}
