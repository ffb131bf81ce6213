using System.Globalization;
using Optimizer.Workflows.Ports;

namespace Optimizer.Functions.Tables.Kept;

/// <summary>
/// Tasks that Optimizer keeps itself: one per fingerprint (S2-044). What is found again after its task was closed opens that task again; a
/// key that was obeyed before changes nothing. All in one partition: they are few, and numbered in turn.
/// </summary>
internal sealed class TableIssueTracker(RowTable rows, TimeProvider clock) : IIssueTracker, IPlayTasks
{
    private const string Partition = "tasks";
    private const string Prefix = "task-";
    private const string Numbers = "number";
    private const string Tasks = "task";

    private readonly Contest _contest = new(clock);

    public Task<string> OpenAsync(string fingerprint, string title, string text, string key, CancellationToken cancellationToken) => _contest.RunAsync("tasks", async () =>
    {
        var (own, place) = (RowKeys.Join("key", RowKeys.Hash(key)), RowKeys.Join(Tasks, RowKeys.Hash(fingerprint)));
        var count = await rows.FindAsync(Partition, "count", cancellationToken);
        var isNewKey = await rows.FindAsync(Partition, own, cancellationToken) is null;
        List<RowChange> changes = isNewKey ? [new(own, "")] : [];
        if (await rows.FindAsync(Partition, place, cancellationToken) is { } row)
        {
            var there = row.Read<PlayTask>();
            if (isNewKey && there.ClosedAt is not null)
            {
                changes.Add(new(place, RowJson.Of(there with { Title = title, Text = text, ClosedAt = null, ClosedBy = null }), row.Tag));
            }

            return (await rows.TryWriteAsync(Partition, changes, cancellationToken), there.Id);
        }

        var number = (count?.Read<long>() ?? 0) + 1;
        var task = new PlayTask(Prefix + number.ToString(CultureInfo.InvariantCulture), fingerprint, title, text);
        changes.AddRange([new("count", RowJson.Of(number), count?.Tag), new(NumberRow(number), place), new(place, RowJson.Of(task))]);
        return (await rows.TryWriteAsync(Partition, changes, cancellationToken), task.Id);
    }, cancellationToken);

    public async Task<IReadOnlyList<PlayTask>> ListAsync(bool alsoClosed, CancellationToken cancellationToken)
    {
        var tasks = new List<PlayTask>();
        await foreach (var row in rows.ReadAsync(Partition, RowKeys.Under(Tasks), cancellationToken))
        {
            var task = row.Read<PlayTask>();
            if (alsoClosed || task.ClosedAt is null)
            {
                tasks.Add(task);
            }
        }

        return [.. tasks.OrderBy(task => NumberOf(task.Id))];
    }

    public async Task<PlayTask?> CloseAsync(string id, string by, DateTimeOffset at, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(by);
        return NumberOf(id) is { } number && await rows.FindAsync(Partition, NumberRow(number), cancellationToken) is { } pointer
            ? await _contest.RunAsync(id, async () =>
            {
                var row = await rows.FindAsync(Partition, pointer.Text, cancellationToken) ?? throw new InvalidDataException($"{id} has a number and no row");
                var task = row.Read<PlayTask>();
                var closed = task with { ClosedAt = at, ClosedBy = by };
                return task.ClosedAt is not null ? (true, task) : (await rows.TryReplaceAsync(row, RowJson.Of(closed), cancellationToken), closed);
            }, cancellationToken)
            : null;
    }

    private static string NumberRow(long number) => RowKeys.Join(Numbers, RowKeys.Of(number));

    private static long? NumberOf(string id) =>
        id.StartsWith(Prefix, StringComparison.Ordinal) && long.TryParse(id.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
