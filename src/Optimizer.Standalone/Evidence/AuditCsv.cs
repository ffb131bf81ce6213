using Optimizer.Domain.Audit;

namespace Optimizer.Standalone.Evidence;

/// <summary>A record as a line of CSV, for a spreadsheet.</summary>
internal static class AuditCsv
{
    public static string Titles { get; } = Line("sequence", "at", "play", "experiment", "actor", "cause", "kind", "words", "key", "hash", "entry");

    public static string Line(AuditRecord record) => Line(
        record.Sequence.ToString(System.Globalization.CultureInfo.InvariantCulture),
        record.Entry.At.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture),
        record.Entry.Play, record.Entry.Experiment ?? "", record.Entry.Actor, record.Entry.Cause, AuditKinds.Of(record.Entry.Event),
        AuditWords.Of(record.Entry.Event), record.Key, record.Hash, record.Text);

    private static string Line(params string[] cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    // A spreadsheet takes a cell that begins so for a formula, and runs it.
    private static string Cell(string text)
    {
        var safe = text is ['=' or '+' or '-' or '@' or '\t' or '\r', _, ..] ? "'" + text : text;
        return safe.AsSpan().IndexOfAny(",\"\r\n") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
