using Azure;
using Optimizer.Workflows.Notices;

namespace Optimizer.Functions.Tables.Notices;

/// <summary>One change of the outbox: parcels that are made and changed, and their rows in the queues with them.</summary>
internal sealed class OutboxChange
{
    private readonly OutboxRows _rows;
    private readonly StoredRow? _headRow;
    private readonly OutboxHead _head;
    private readonly Dictionary<long, (StoredRow? Row, Parcel? Was, Parcel Now)> _parcels = [];
    private long _made;

    private OutboxChange(OutboxRows rows, StoredRow? head) => (_rows, _headRow, _head) = (rows, head, head?.Read<OutboxHead>() ?? new(0, 0));

    /// <summary>Number of the notice that is taken, if one is.</summary>
    public long Notice => _head.Notices + 1;

    public static async Task<OutboxChange> BeginAsync(OutboxRows rows, CancellationToken cancellationToken) =>
        new(rows, await rows.FindAsync(OutboxRows.Head, cancellationToken));

    /// <summary>A parcel as it stands in this change; null when there is none.</summary>
    public async Task<Parcel?> FindAsync(long number, CancellationToken cancellationToken)
    {
        if (!_parcels.ContainsKey(number) && await _rows.FindAsync(OutboxRows.Parcel(number), cancellationToken) is { } row)
        {
            var parcel = row.Read<Parcel>();
            _parcels[number] = (row, parcel, parcel);
        }

        return _parcels.GetValueOrDefault(number).Now;
    }

    /// <summary>Makes a parcel under the next number.</summary>
    public Parcel Make(Func<long, Parcel> parcel)
    {
        _made++;
        var made = parcel(_head.Parcels + _made);
        _parcels.Add(made.Number, (null, null, made));
        return made;
    }

    /// <summary>Changes a parcel that was found or made.</summary>
    public void Put(Parcel parcel) => _parcels[parcel.Number] = _parcels[parcel.Number] with { Now = parcel };

    /// <summary>Writes it, with other rows, all or nothing; false when somebody else was quicker.</summary>
    /// <param name="takesNotice">Whether a notice is taken.</param>
    /// <param name="others">Further rows.</param>
    /// <param name="cancellationToken">Stops it before the change.</param>
    public Task<bool> TryWriteAsync(bool takesNotice, IEnumerable<RowChange> others, CancellationToken cancellationToken)
    {
        var changes = new List<RowChange>(others);
        if (takesNotice || _made > 0)
        {
            changes.Add(new(OutboxRows.Head, RowJson.Of(new OutboxHead(_head.Notices + (takesNotice ? 1 : 0), _head.Parcels + _made)), _headRow?.Tag));
        }

        foreach (var (row, was, now) in _parcels.Values.Where(each => !ReferenceEquals(each.Was, each.Now)))
        {
            changes.Add(new(OutboxRows.Parcel(now.Number), RowJson.Of(now), row?.Tag));
            var (waited, waits) = (was?.State == ParcelState.Waiting, now.State == ParcelState.Waiting);
            var place = OutboxRows.Waiting(now.Sink, now.Due, now.Number);
            if (waits)
            {
                changes.Add(new(place, RowJson.Of(WaitingRow.Of(now)), waited ? ETag.All : null));
            }
            else if (waited)
            {
                changes.Add(RowChange.Remove(place));
            }
        }

        return _rows.TryWriteAsync(changes, cancellationToken);
    }
}
