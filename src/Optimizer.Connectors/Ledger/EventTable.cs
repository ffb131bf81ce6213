using System.Text;
using Optimizer.Connectors.Files;
using Optimizer.Domain.Attribution;
using Optimizer.Workflows.Attribution;

namespace Optimizer.Connectors.Ledger;

/// <summary>An event a row of a delimited file, whose columns are named as the fields are.</summary>
internal sealed class EventTable : EventSource, IEventFields
{
    private readonly DelimitedReader _table;
    private readonly EventReader _reader = new();
    private readonly int[] _columns;
    private long _faultAt;

    public EventTable(string path, DelimitedReader table)
        : base(path)
    {
        _table = table;
        try
        {
            _columns = Columns();
        }
        catch
        {
            table.Dispose();
            throw;
        }
    }

    public override long Line => _table.Line;

    public override double? Progress => _table.Progress;

    public ReadOnlySpan<byte> this[int place] => _columns[place] < 0 ? [] : FieldText.Trim(_table[_columns[place]]);

    public override bool Read(out AttributionEvent? happened, out RefusedRow? refused)
    {
        (happened, refused) = (null, null);
        try
        {
            if (!_table.Read())
            {
                return false;
            }
        }
        catch (FileFaultException fault) when (fault.Line > _faultAt && _table.FieldCount > 0 && fault.InnerException is null)
        {
            // The row is whole but not as the header says: the next one may be.
            _faultAt = fault.Line.Value;
            refused = Refused(Row(), new(EventAnswerKind.Quarantined, EventCodes.Unreadable, fault.Problem));
            return true;
        }

        if (_reader.TryRead(this, out var read, out var problem))
        {
            happened = Identified(read);
        }
        else
        {
            refused = Refused(Row(), problem);
        }

        return true;
    }

    protected override void Close() => _table.Dispose();

    private int[] Columns()
    {
        var columns = new int[EventText.Fields.Count];
        for (var place = 0; place < columns.Length; place++)
        {
            columns[place] = _table.TryIndexOf(EventText.Fields[place], out var column) ? column : -1;
        }

        foreach (var place in (int[])[1, 2, 3, 4, 6])
        {
            _ = columns[place] >= 0 ? 0 : _table.IndexOf(EventText.Fields[place]);
        }

        return _table.Header.FirstOrDefault(name => !EventText.Fields.Contains(name)) is { } unknown
            ? throw new FileFaultException(Path, 1, unknown, $"events have no such field; the fields are {string.Join(", ", EventText.Fields)}")
            : columns;
    }

    // The fields as they were read: the row itself may have been unquoted in place.
    private byte[] Row()
    {
        var row = new StringBuilder();
        for (var column = 0; column < _table.FieldCount; column++)
        {
            row.Append(column == 0 ? "" : ",").Append('"').Append(Encoding.UTF8.GetString(_table[column]).Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        }

        return Encoding.UTF8.GetBytes(row.ToString());
    }
}
