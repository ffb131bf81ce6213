using Optimizer.Domain.Attribution;

namespace Optimizer.Connectors.Ledger;

/// <summary>Some rows of a file that are written together.</summary>
/// <param name="file">Its name, without the folder.</param>
internal sealed class ImportPart(string file)
{
    private List<AttributionEvent> _events = [];
    private readonly List<RefusedRow> _refused = [];
    private readonly List<long> _lines = [];

    public string File => file;

    /// <summary>Hands its events over: many parts wait for their answers at once, and none should keep what was written already.</summary>
    public IReadOnlyList<AttributionEvent> Release()
    {
        var events = _events;
        _events = [];
        return events;
    }

    public IReadOnlyList<RefusedRow> Refused => _refused;

    public long LineOf(int happened) => _lines[happened];

    /// <summary>Takes the next rows, at most so many; false when the file has no more.</summary>
    public bool Fill(EventSource source, int most)
    {
        while (_events.Count + _refused.Count < most)
        {
            if (!source.Read(out var happened, out var refused))
            {
                return false;
            }

            if (happened is not null)
            {
                _events.Add(happened);
                _lines.Add(source.Line);
            }
            else
            {
                _refused.Add(refused!);
            }
        }

        return true;
    }
}
