using System.Globalization;
using System.Runtime.InteropServices;
using Optimizer.Embedded.Storage;

namespace Optimizer.Embedded.Ledger;

/// <summary>The running sums, added to in memory and written once per change.</summary>
internal sealed class TotalTable
{
    private readonly Statement _find;
    private readonly Statement _save;
    private readonly Statement _units;
    private readonly Dictionary<TotalKey, TotalSum> _added = [];

    public TotalTable(SqliteSession session)
    {
        _find = session.Prepare("""
            SELECT count, units, paying, sum, squares, count_squares FROM total WHERE experiment = ? AND day = ? AND stretch = ? AND variant = ? AND name = ?
            """);
        _save = session.Prepare("INSERT OR REPLACE INTO total VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        _units = session.Prepare("INSERT INTO cohort VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET units = units + excluded.units");
    }

    /// <summary>What is to be added to a sum.</summary>
    public ref TotalSum Added(TotalKey key) => ref CollectionsMarshal.GetValueRefOrAddDefault(_added, key, out _);

    public void Save()
    {
        foreach (var (key, added) in _added)
        {
            if (key.Name == 0)
            {
                _ = Bind(_units, key).Bind(5, added.Units).Run();
                continue;
            }

            _ = Bind(_find, key).Bind(5, key.Name);
            var sum = _find.First(Sum);
            sum.Add(added);
            _ = Bind(_save, key).Bind(5, key.Name).Bind(6, sum.Count).Bind(7, sum.Units).Bind(8, sum.Paying)
                .Bind(9, sum.Sum.ToString(CultureInfo.InvariantCulture)).Bind(10, sum.Squares.ToString(CultureInfo.InvariantCulture))
                .Bind(11, sum.CountSquares).Run();
        }

        _added.Clear();
    }

    public void Forget() => _added.Clear();

    /// <summary>A sum out of a row of count, units, paying, sum, squares, squares of counts.</summary>
    public static TotalSum Sum(Statement row) => SumAt(row, 0);

    /// <summary>As above, behind other columns.</summary>
    public static TotalSum SumAt(Statement row, int first) => new()
    {
        Count = row.Long(first),
        Units = row.Long(first + 1),
        Paying = row.Long(first + 2),
        Sum = Int128.Parse(row.Text(first + 3), CultureInfo.InvariantCulture),
        Squares = Int128.Parse(row.Text(first + 4), CultureInfo.InvariantCulture),
        CountSquares = row.Long(first + 5),
    };

    private static Statement Bind(Statement statement, TotalKey key) => statement
        .Bind(1, key.Experiment).Bind(2, (long)key.Day).Bind(3, (long)key.Stretch).Bind(4, (long)key.Variant);
}
