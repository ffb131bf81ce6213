using System.Runtime.CompilerServices;
using Optimizer.Cockpit.Api.Plays;
using Optimizer.Cockpit.Approvals;
using Optimizer.Domain.Approvals;
using Optimizer.Workflows;
using Optimizer.Workflows.Approvals;
using Optimizer.Workflows.Instances;

namespace Optimizer.Cockpit.Pages.Shell;

/// <summary>
/// All plays and open questions in short, as many pages need them. Read anew when the trail has grown; what has not changed since is not
/// read again, and everybody who asks meanwhile waits for the same reading.
/// </summary>
internal sealed class Board(ServedLoop loop)
{
    private const int PerPage = 1000;

    // What is in no record, such as the time of the next tick, is so old at most.
    private static readonly TimeSpan Oldest = TimeSpan.FromSeconds(2);

    private static readonly RunState[] Open = [RunState.Pending, RunState.Running, RunState.Suspended, RunState.Parked];

    private readonly Lock _gate = new();

    // The engine gives the same object until something changes.
    private readonly ConditionalWeakTable<InstanceStatus, PlayLine> _plays = [];
    private readonly ConditionalWeakTable<InstanceStatus, ApprovalQuestion> _questions = [];

    private Task<BoardReading>? _reading;

    public async Task<BoardReading> ReadAsync(CancellationToken cancellationToken)
    {
        var head = await HeadAsync(cancellationToken);
        Task<BoardReading> reading;
        lock (_gate)
        {
            if (_reading is not { } kept || kept is { IsCompleted: true, IsCompletedSuccessfully: false } || kept is { IsCompletedSuccessfully: true, Result: var read } && !IsFresh(read, head))
            {
                _reading = ReadAsync(head);
            }

            reading = _reading!;
        }

        return await reading.WaitAsync(cancellationToken);
    }

    /// <summary>Number of the last record of the trail; 0 for none.</summary>
    public async Task<long> HeadAsync(CancellationToken cancellationToken)
    {
        await foreach (var record in loop.Reads.Audit.ReadAsync(new() { NewestFirst = true }, cancellationToken))
        {
            return record.Sequence;
        }

        return 0;
    }

    private bool IsFresh(BoardReading reading, long head) => reading.Head == head && loop.Clock.GetUtcNow() - reading.At < Oldest;

    // For whoever comes: that one of them goes away stops nothing.
    private async Task<BoardReading> ReadAsync(long head)
    {
        var at = loop.Clock.GetUtcNow();
        var plays = await ListAsync(new() { IdPrefix = LoopNames.PlayId(""), PageSize = PerPage, Workflow = LoopNames.Play.Name }, _plays, PlayLine.Of);
        var questions = await ListAsync(new() { PageSize = PerPage, States = Open, Workflow = LoopNames.Approval.Name }, _questions, ApprovalFinder.QuestionOf);
        return new(head, at, plays, [.. questions.Where(question => question.State is ApprovalState.Pending or ApprovalState.Parked)
            .OrderBy(question => ApprovalUrgency.KeyOf(question.Request), StringComparer.Ordinal)]);
    }

    private async Task<List<T>> ListAsync<T>(InstanceQuery query, ConditionalWeakTable<InstanceStatus, T> known, ConditionalWeakTable<InstanceStatus, T>.CreateValueCallback read)
        where T : class
    {
        var all = new List<T>();
        string? after = null;
        do
        {
            var page = await loop.Client.ListAsync(query with { After = after }, CancellationToken.None);
            all.AddRange(page.Instances.Select(instance => known.GetValue(instance, read)));
            after = page.Next;
        }
        while (after is not null);
        return all;
    }
}
