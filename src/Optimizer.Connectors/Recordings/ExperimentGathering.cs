using System.Runtime.CompilerServices;
using Optimizer.Connectors.Files;
using Optimizer.Statistics.Samples;

namespace Optimizer.Connectors.Recordings;

/// <summary>An experiment while its rows are read.</summary>
internal sealed class ExperimentGathering(ExperimentColumns columns, IReadOnlyList<string> paths)
{
    // Beyond these two the squares and sums that every comparison is made of would leave the range of a number.
    private const double Largest = 1e60;
    private const double Smallest = 1e-60;

    // A year apart is a typing error, and each day between would count as one without units.
    private const int LongestGap = 366;
    private const long MostUnits = 1_000_000_000_000;

    private readonly VariantNames _variants = new(columns.Weights);
    private readonly DayNumbers _days = new(columns.Date ?? "");
    private readonly DayGrid<UnitCell> _units = new();
    private readonly DayGrid<TotalsCell> _totals = new();
    private readonly RepeatedUnits _repeated = new(columns.UnitId ?? "");
    private readonly List<string> _notes = [];
    private readonly List<int> _lastDays = [];
    private ExperimentLayout _layout = null!;
    private DateOrder _order;
    private int _fileVariant;
    private long _rows;
    private long _empty;

    public string PathOf(int file) => paths[file];

    /// <summary>Prepares for a file on whose first record the reader stands.</summary>
    public void Begin(DelimitedReader reader, int file)
    {
        var shape = file == 0 ? (RowShape?)null : _layout.Shape;
        _layout = ExperimentLayout.Resolve(reader, columns);
        if (shape is { } before && before != _layout.Shape)
        {
            throw new FileFaultException(paths[file], null, null, "its rows stand for something else than those of the first file");
        }

        _notes.AddRange(_layout.Notes.Except(_notes));
        _order = _layout.Date < 0 ? DateOrder.Undecided : DateColumn.FindOrder(reader, _layout.Date);
        _lastDays.Clear();
        if (_layout.Variant < 0)
        {
            _fileVariant = _variants.IndexOf(System.Text.Encoding.UTF8.GetBytes(FileVariant(paths[file])), reader, "file name");
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(DelimitedReader reader)
    {
        _rows++;
        if (_layout.Shape == RowShape.Unit && LeftOut(reader))
        {
            return;
        }

        var variant = _layout.Variant < 0 ? _fileVariant : _variants.IndexOf(reader[_layout.Variant], reader, columns.Variant);
        var day = _layout.Date < 0 ? 0 : _days.Of(reader[_layout.Date], _order, reader);
        switch (_layout.Shape)
        {
            case RowShape.Unit when _layout.Second >= 0 && _layout.UnitId >= 0:
                _repeated.Add(reader, _layout.UnitId, day, variant, Number(reader, _layout.Metric), Number(reader, _layout.Second));
                break;
            case RowShape.Unit when _layout.Second >= 0:
                _units.At(day, variant).Add(Number(reader, _layout.Metric), Number(reader, _layout.Second));
                break;
            case RowShape.Unit when _layout.UnitId >= 0:
                _repeated.Add(reader, _layout.UnitId, day, variant, Value(reader));
                break;
            case RowShape.Unit:
                AddUnit(reader, _units.At(day, variant));
                break;
            default:
                AddTotals(reader, day, variant);
                break;
        }
    }

    // A unit without an outcome is either one that did nothing, which is a 0, or one nobody looked at; only the owner knows.
    private bool LeftOut(DelimitedReader reader)
    {
        var column = IsEmpty(reader, _layout.Metric) ? _layout.Metric : _layout.Second;
        if (column < 0 || !IsEmpty(reader, column))
        {
            return false;
        }

        _empty++;
        return columns.SkipEmpty
            ? true
            : throw reader.Fault(reader.Header[column], "the field is empty; a value is needed, or say --skip-empty to leave such rows out");
    }

    private static bool IsEmpty(DelimitedReader reader, int column) => FieldText.Trim(reader[column]).IsEmpty;

    /// <summary>The experiment as read.</summary>
    public ExperimentRecording Finish()
    {
        if (_layout.UnitId >= 0)
        {
            _repeated.Pour(_units, _layout.Kind);
            _notes.Add($"{_rows} rows of {_repeated.Count} units, one value each.");
        }

        if (_empty > 0)
        {
            _notes.Add($"Rows without a value in '{columns.Metric}', left out: {_empty} of {_rows}.");
        }

        if (_empty == _rows)
        {
            throw new FileFaultException(paths[0], null, columns.Metric, $"none of the {_rows} rows has a value; name the column that holds the outcomes");
        }

        var order = VariantOrder.Of(_variants.Names, columns, paths[0]);
        if (order.Note is { } note)
        {
            _notes.Add(note);
        }

        var dated = _layout.Date >= 0;
        if (dated && !_days.Labelled && (_units.Gap(LongestGap) ?? _totals.Gap(LongestGap)) is var (before, after))
        {
            throw new FileFaultException(
                paths[0], null, columns.Date,
                $"no row between {DateOnly.FromDayNumber(before):yyyy-MM-dd} and {DateOnly.FromDayNumber(after):yyyy-MM-dd}; at most {LongestGap} days may lie between, check the dates");
        }

        return _layout.Shape switch
        {
            RowShape.Totals => new ExperimentRecording.Conversions(
                _totals.Days(order.Places, order.Weights, cell => cell.Proportion), order.Names, RowShape.Totals, dated, _rows, _notes),
            RowShape.Moments => new ExperimentRecording.Values(
                _totals.Days(order.Places, order.Weights, cell => new ValueMoments(cell.Moments, cell.Moments.Count)),
                order.Names, RowShape.Moments, dated, _rows, _notes),
            RowShape.Unit when _layout.Kind == MetricKind.Ratio => new ExperimentRecording.Ratios(
                _units.Days(order.Places, order.Weights, cell => new RatioMoments(cell.Pair)), order.Names, RowShape.Unit, dated, _rows, _notes),
            RowShape.Unit when _layout.Kind != MetricKind.Mean && _units.Cells.All(cell => cell.YesOrNo) => new ExperimentRecording.Conversions(
                _units.Days(order.Places, order.Weights, cell => cell.Proportion), order.Names, RowShape.Unit, dated, _rows, _notes),
            RowShape.Unit => new ExperimentRecording.Values(
                _units.Days(order.Places, order.Weights, cell => cell.Values), order.Names, RowShape.Unit, dated, _rows, _notes),
            _ => throw new ArgumentOutOfRangeException(nameof(_layout.Shape), _layout.Shape, "unknown shape of rows"),
        };
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddUnit(DelimitedReader reader, UnitCell cell)
    {
        var field = reader[_layout.Metric];
        if (field.Length == 1 && field[0] is (byte)'0' or (byte)'1')
        {
            cell.Add(field[0] == (byte)'1');
        }
        else
        {
            cell.Add(Value(reader));
        }
    }

    // A word is true or false; everything else is a number. The refusal of the wrong one costs text, so the first byte chooses.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double Value(DelimitedReader reader)
    {
        var field = FieldText.Trim(reader[_layout.Metric]);
        if (field.Length > 0 && char.IsAsciiLetter((char)field[0]) && Field.TryBoolean(field, out var success, out _))
        {
            return success ? 1 : 0;
        }

        var value = Number(reader, _layout.Metric);
        return _layout.Kind == MetricKind.Proportion && value is not (0 or 1)
            ? throw reader.Fault(
                reader.Header[_layout.Metric],
                $"{FieldText.Show(field)} is neither 0 nor 1; for totals name the column of units with --units, for a mean say --kind mean")
            : value;
    }

    private void AddTotals(DelimitedReader reader, int day, int variant)
    {
        if (IsEmpty(reader, _layout.Metric))
        {
            _empty++;
            return;
        }

        var cell = _totals.At(day, variant);
        if (_layout.Date >= 0)
        {
            CheckDay(reader, day, variant, cell);
        }

        var units = Count(reader, _layout.Second);
        if (_layout.Shape == RowShape.Moments)
        {
            var (mean, variance) = (Number(reader, _layout.Metric), NotNegative(reader, _layout.Variance));
            cell.Add(units > 0 || (mean == 0 && variance == 0)
                ? Moments.FromMean(units, mean, variance)
                : throw reader.Fault(reader.Header[_layout.Second], "0 units have neither a mean nor a variance; write 0 for both, or leave the row out"));
            return;
        }

        var successes = Count(reader, _layout.Metric);
        cell.Add(successes <= units
            ? new Proportion(units, successes)
            : throw reader.Fault(reader.Header[_layout.Metric], $"{successes} is more than the {units} units in '{reader.Header[_layout.Second]}'"));
    }

    private void CheckDay(DelimitedReader reader, int day, int variant, TotalsCell cell)
    {
        if (cell.Rows > 0)
        {
            throw reader.Fault(columns.Date, $"{FieldText.Show(reader[_layout.Date])} stands twice for this variant; one row per day and variant is needed");
        }

        // Each variant's rows go forward in time, whether the file lists variants side by side or one after the other.
        while (_lastDays.Count <= variant)
        {
            _lastDays.Add(int.MinValue);
        }

        if (day < _lastDays[variant])
        {
            throw reader.Fault(columns.Date, $"{FieldText.Show(reader[_layout.Date])} comes before the date of this variant's row above; sort the rows by date");
        }

        _lastDays[variant] = day;
    }

    private static double Number(DelimitedReader reader, int column)
    {
        if (!Field.TryNumber(reader[column], out var value, out var problem))
        {
            throw reader.Fault(reader.Header[column], problem.Message);
        }

        return value == 0 || Math.Abs(value) is >= Smallest and <= Largest
            ? value
            : throw reader.Fault(reader.Header[column], $"{FieldText.Show(reader[column])} is no amount of anything; sizes from 1e-60 to 1e60, and 0, can be compared");
    }

    private static double NotNegative(DelimitedReader reader, int column) => Number(reader, column) is >= 0 and var value
        ? value
        : throw reader.Fault(reader.Header[column], $"{FieldText.Show(reader[column])} is negative; a variance is at least 0");

    private static long Count(DelimitedReader reader, int column)
    {
        if (!Field.TryWhole(reader[column], out var value, out var problem))
        {
            throw reader.Fault(reader.Header[column], problem.Message);
        }

        return value switch
        {
            < 0 => throw reader.Fault(reader.Header[column], $"{value} is negative; a count is at least 0"),
            > MostUnits => throw reader.Fault(reader.Header[column], $"{value} is no count of units; a row has at most a trillion of them"),
            _ => value,
        };
    }

    private static string FileVariant(string path)
    {
        var name = Path.GetFileName(path);
        var dot = name.IndexOf('.');
        return dot > 0 ? name[..dot] : name;
    }
}
