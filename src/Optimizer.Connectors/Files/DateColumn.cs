namespace Optimizer.Connectors.Files;

/// <summary>What a column's dates say together: a single <c>3/4/2024</c> does not tell its month.</summary>
public static class DateColumn
{
    /// <summary>
    /// Decides once for the file whether <c>a/b/yyyy</c> (or <c>a-b-yyyy</c>) is month/day or day/month: the first date with
    /// a part above 12 decides, so that a file in order of time is read no further than its first weeks. The reader itself does not move.
    /// </summary>
    /// <param name="reader">The open file; it is opened a second time.</param>
    /// <param name="column">Place of the column, from 0.</param>
    /// <returns>
    /// <see cref="DateOrder.Undecided"/> when the column needs no order (its first date is of another form, or every date reads
    /// the same either way) and when the file is a pipe, which cannot be read twice.
    /// </returns>
    /// <exception cref="FileFaultException">Every date in the column can be read in both ways, and they differ.</exception>
    public static DateOrder FindOrder(DelimitedReader reader, int column)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentOutOfRangeException.ThrowIfNegative(column);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(column, reader.Header.Count);
        using var ahead = reader.Reopen();
        FileFaultException? ambiguous = null;
        while (ahead is not null && ahead.Read())
        {
            var text = FieldText.Trim(ahead[column]);
            if (text.IsEmpty)
            {
                continue;
            }

            if (!DateText.TryUnordered(text, out var first, out var second))
            {
                break;
            }

            if (first > 12 || second > 12)
            {
                return first > 12 ? DateOrder.DayFirst : DateOrder.MonthFirst;
            }

            ambiguous ??= first == second ? null : ahead.Fault(
                reader.Header[column],
                $"{FieldText.Show(text)} and every other date of the column can be read as month/day or as day/month; write dates as yyyy-MM-dd");
        }

        return ambiguous is null ? DateOrder.Undecided : throw ambiguous;
    }
}
