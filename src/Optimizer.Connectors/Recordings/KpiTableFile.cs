using Optimizer.Connectors.Files;

namespace Optimizer.Connectors.Recordings;

/// <summary>Reads a file of daily figures, a column per KPI or event, that another process may be writing.</summary>
/// <remarks>
/// A file that ends without a line end may be half written: its last line is left for the next read when it makes no sense, or while the
/// file is that young that its last number may have lost digits. What is written aside and renamed has no such moment.
/// </remarks>
internal static class KpiTableFile
{
    /// <summary>A file is taken to be whole, as it ends, when nobody wrote it for so long.</summary>
    internal static readonly TimeSpan Settled = TimeSpan.FromMinutes(1);

    /// <summary>Reads the columns asked for that are there; other columns may hold anything.</summary>
    /// <param name="path">The file.</param>
    /// <param name="wanted">Columns of figures of 0 or more; an empty one is a missing day.</param>
    /// <param name="age">Since it was last written.</param>
    /// <returns>What it holds, and whether all of it was taken.</returns>
    /// <exception cref="FileFaultException">Something cannot be used; the message names file, line and column.</exception>
    public static (KpiTable Table, bool IsWhole) Read(string path, IReadOnlyCollection<string> wanted, TimeSpan age)
    {
        using var reader = DelimitedFile.Open(path);
        var cut = EndsCut(path) ? Lines(path) : (long?)null;
        var date = RecordingColumns.OfDay(reader);
        var order = Order(reader, date, cut);
        var columns = wanted.Where(name => reader.TryIndexOf(name, out _)).Distinct(StringComparer.Ordinal)
            .Select(name => (Name: name, At: reader.IndexOf(name))).ToList();
        var rows = new SortedDictionary<DateOnly, (long Line, double[] Figures)>();
        var isWhole = true;
        while (Row(reader, date, order, columns, cut, rows) is { } more)
        {
            isWhole = more;
            if (cut is not null && reader.Line >= cut)
            {
                break;
            }
        }

        if (cut is { } last && age.Duration() < Settled)
        {
            isWhole = false;
            foreach (var (day, row) in rows.Where(pair => pair.Value.Line >= last).ToList())
            {
                rows.Remove(day);
            }
        }

        return (Table(path, columns.ConvertAll(column => column.Name), rows), isWhole);
    }

    // Null at the end; false for a row that waits for the next read.
    private static bool? Row(
        DelimitedReader reader, int date, DateOrder order, List<(string Name, int At)> columns, long? cut, SortedDictionary<DateOnly, (long Line, double[] Figures)> rows)
    {
        try
        {
            if (!reader.Read())
            {
                return null;
            }

            var day = Field.TryDate(reader[date], order, out var written, out var problem) ? written.Day : throw reader.Fault(reader.Header[date], problem.Message);
            if (rows.TryGetValue(day, out var other))
            {
                throw reader.Fault(reader.Header[date], $"{day:yyyy-MM-dd} stands on line {other.Line} already; one row a day is needed");
            }

            rows.Add(day, (reader.Line, [.. columns.Select(column => Figure(reader, column.At))]));
            return true;
        }
        catch (FileFaultException fault) when (cut is { } last && fault.Line >= last)
        {
            return false;
        }
    }

    private static double Figure(DelimitedReader reader, int column)
    {
        if (!Field.TryNumber(reader[column], out var value, out var problem))
        {
            return problem.Kind == FieldProblemKind.Empty ? double.NaN : throw reader.Fault(reader.Header[column], problem.Message);
        }

        return value >= 0 ? value : throw reader.Fault(reader.Header[column], $"{FieldText.Show(reader[column])} is negative; a figure is 0 or more");
    }

    private static DateOrder Order(DelimitedReader reader, int date, long? cut)
    {
        try
        {
            return DateColumn.FindOrder(reader, date);
        }
        catch (FileFaultException fault) when (cut is { } last && fault.Line >= last)
        {
            return DateOrder.Undecided;
        }
    }

    private static KpiTable Table(string path, List<string> names, SortedDictionary<DateOnly, (long Line, double[] Figures)> rows)
    {
        if (rows.Count == 0)
        {
            return new(path, DateOnly.MinValue, names.ToDictionary(name => name, _ => Array.Empty<double>(), StringComparer.Ordinal));
        }

        var first = rows.Keys.First();
        var days = rows.Keys.Last().DayNumber - first.DayNumber + 1;
        var columns = new Dictionary<string, double[]>(StringComparer.Ordinal);
        for (var column = 0; column < names.Count; column++)
        {
            var figures = new double[days];
            Array.Fill(figures, double.NaN);
            foreach (var (day, row) in rows)
            {
                figures[day.DayNumber - first.DayNumber] = row.Figures[column];
            }

            columns.Add(names[column], figures);
        }

        return new(path, first, columns);
    }

    // A compressed file says itself when it is cut.
    private static bool EndsCut(string path)
    {
        if (path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        using var file = Open(path);
        if (file.Length == 0)
        {
            return false;
        }

        file.Seek(-1, SeekOrigin.End);
        return file.ReadByte() is not ('\n' or '\r');
    }

    private static long Lines(string path)
    {
        using var file = Open(path);
        var bytes = new byte[1 << 16];
        var lines = 1L;
        for (int read; (read = file.Read(bytes)) > 0;)
        {
            lines += bytes.AsSpan(0, read).Count((byte)'\n');
        }

        return lines;
    }

    private static FileStream Open(string path)
    {
        try
        {
            return new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new FileFaultException(path, null, null, $"the file cannot be opened ({cause.Message})", cause);
        }
    }
}
