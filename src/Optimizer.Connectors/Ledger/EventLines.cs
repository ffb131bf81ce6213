using System.Globalization;
using Optimizer.Domain.Attribution;
using Optimizer.Workflows.Attribution;

namespace Optimizer.Connectors.Ledger;

/// <summary>An event a line, as JSON. A line that is none is told, and the rest goes on.</summary>
internal sealed class EventLines(string path, LineReader lines) : EventSource(path)
{
    private readonly EventReader _reader = new();

    public override long Line => lines.Line;

    public override double? Progress => lines.Progress;

    public override bool Read(out AttributionEvent? happened, out RefusedRow? refused)
    {
        (happened, refused) = (null, null);
        ReadOnlySpan<byte> line;
        do
        {
            if (!lines.Read(out line))
            {
                return false;
            }
        }
        while (line.Trim(" \t"u8).IsEmpty && lines.Length <= LineReader.Longest);

        if (lines.Length > LineReader.Longest)
        {
            refused = Refused(line, new(EventAnswerKind.Quarantined, EventCodes.TooLong, string.Create(
                CultureInfo.InvariantCulture, $"the line has {lines.Length:#,0} bytes; an event has at most {LineReader.Longest:#,0}")));
        }
        else if (_reader.TryRead(line, out var read, out var problem))
        {
            happened = Identified(read);
        }
        else
        {
            refused = Refused(line, problem);
        }

        return true;
    }

    protected override void Close() => lines.Dispose();
}
