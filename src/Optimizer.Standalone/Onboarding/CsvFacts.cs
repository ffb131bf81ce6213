using Optimizer.Connectors.Files;

namespace Optimizer.Standalone.Onboarding;

/// <summary>What a file of figures looks like, from its first rows.</summary>
/// <param name="File">As the user named it.</param>
/// <param name="Dates">Columns whose every field is a date.</param>
/// <param name="Numbers">Columns whose every field is a number of 0 or more, or empty.</param>
internal sealed record CsvFacts(string File, IReadOnlyList<string> Dates, IReadOnlyList<string> Numbers)
{
    private const int MostRows = 400;

    /// <summary>Looks at the file.</summary>
    /// <exception cref="FileFaultException">It cannot be read at all.</exception>
    public static CsvFacts Of(string file)
    {
        using var reader = DelimitedFile.Open(file);
        var columns = reader.Header.Select((name, at) => new Seen(name, at)).Where(column => column.Name.Length > 0).ToList();
        for (var row = 0; row < MostRows && reader.Read(); row++)
        {
            foreach (var column in columns)
            {
                column.See(reader[column.At]);
            }
        }

        return new(file, [.. columns.Where(column => column.IsDate).Select(column => column.Name)], [.. columns.Where(column => column.IsNumber).Select(column => column.Name)]);
    }

    private sealed record Seen(string Name, int At)
    {
        private bool _dates = true;
        private bool _numbers = true;
        private int _filled;

        public bool IsDate => _filled > 0 && _dates;

        // Days written as 20260131 are numbers too.
        public bool IsNumber => _filled > 0 && _numbers && !_dates;

        public void See(ReadOnlySpan<byte> field)
        {
            if (!Field.TryNumber(field, out var number, out var problem))
            {
                _numbers &= problem.Kind == FieldProblemKind.Empty;
                if (problem.Kind == FieldProblemKind.Empty)
                {
                    return;
                }
            }
            else
            {
                _numbers &= number >= 0;
            }

            // Which of month and day comes first does not matter here.
            _filled++;
            _dates &= Field.TryDate(field, DateOrder.MonthFirst, out _, out _) || Field.TryDate(field, DateOrder.DayFirst, out _, out _);
        }
    }
}
