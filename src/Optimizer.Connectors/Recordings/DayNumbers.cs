using System.Text;
using Optimizer.Connectors.Files;

namespace Optimizer.Connectors.Recordings;

/// <summary>
/// Numbers the days of a file. Dates become days since the first of them; labels without a year count in order of
/// appearance. Fields repeat, so the last one's bytes are remembered.
/// </summary>
internal sealed class DayNumbers(string column)
{
    // A year: the next one would bring the same labels again.
    private const int MostLabels = 366;

    private readonly Dictionary<string, int> _labels = new(StringComparer.Ordinal);
    private byte[] _lastField = [];
    private int _last;
    private bool? _labelled;

    /// <summary>True when the days are labels without a year.</summary>
    public bool Labelled => _labelled == true;

    public int Of(ReadOnlySpan<byte> field, DateOrder order, DelimitedReader reader)
    {
        if (_labelled is not null && field.SequenceEqual(_lastField))
        {
            return _last;
        }

        var dated = Field.TryDate(field, order, out var date, out var problem);
        if (!dated && problem!.Kind != FieldProblemKind.NoYear)
        {
            throw reader.Fault(column, problem.Message);
        }

        if (_labelled is { } labelled && labelled == dated)
        {
            throw reader.Fault(column, "dates with and without a year are mixed; write all as yyyy-MM-dd");
        }

        _labelled = !dated;
        _lastField = field.ToArray();
        _last = dated ? date.Day.DayNumber : Label(Encoding.UTF8.GetString(field).Trim(), reader);
        return _last;
    }

    private int Label(string text, DelimitedReader reader)
    {
        if (!_labels.TryGetValue(text, out var number))
        {
            if (_labels.Count == MostLabels)
            {
                throw reader.Fault(column, $"more than {MostLabels} different dates without a year; write dates as yyyy-MM-dd");
            }

            number = _labels.Count;
            _labels.Add(text, number);
        }

        return number;
    }
}
