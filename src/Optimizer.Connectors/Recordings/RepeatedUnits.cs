using System.Text;
using Optimizer.Connectors.Files;

namespace Optimizer.Connectors.Recordings;

/// <summary>Units with several rows, brought to one value each before they count.</summary>
internal sealed class RepeatedUnits(string column)
{
    private readonly Dictionary<string, Unit> _units = new(StringComparer.Ordinal);

    public int Count => _units.Count;

    public void Add(DelimitedReader reader, int place, int day, int variant, double value) =>
        Of(reader, place, day, variant).Add(value);

    public void Add(DelimitedReader reader, int place, int day, int variant, double numerator, double denominator) =>
        Of(reader, place, day, variant).Add(numerator, denominator);

    /// <summary>
    /// Hands every unit over: its sums for a ratio, whether it ever succeeded when all values are yes or no and no mean was
    /// asked for, its average otherwise.
    /// </summary>
    public void Pour(DayGrid<UnitCell> grid, MetricKind? kind)
    {
        var yesOrNo = (kind is null or MetricKind.Proportion) && _units.Values.All(unit => unit.YesOrNo);
        foreach (var unit in _units.Values)
        {
            var cell = grid.At(unit.Day, unit.Variant);
            if (kind == MetricKind.Ratio)
            {
                cell.Add(unit.Sum, unit.Denominator);
            }
            else if (yesOrNo)
            {
                cell.Add(unit.Highest > 0);
            }
            else
            {
                cell.Add(unit.Sum / unit.Rows);
            }
        }
    }

    private Unit Of(DelimitedReader reader, int place, int day, int variant)
    {
        var id = Encoding.UTF8.GetString(FieldText.Trim(reader[place]));
        if (id.Length == 0)
        {
            throw reader.Fault(column, "the field is empty; the identifier of a unit is needed");
        }

        if (!_units.TryGetValue(id, out var unit))
        {
            _units.Add(id, unit = new(day, variant));
        }
        else if (unit.Variant != variant)
        {
            throw reader.Fault(column, $"unit '{id}' stands in two variants; a unit belongs to the one it was assigned to");
        }

        return unit;
    }

    private sealed class Unit(int day, int variant)
    {
        public int Day { get; } = day;

        public int Variant { get; } = variant;

        public double Sum { get; private set; }

        public double Denominator { get; private set; }

        public long Rows { get; private set; }

        public double Highest { get; private set; } = double.NegativeInfinity;

        public bool YesOrNo { get; private set; } = true;

        public void Add(double value)
        {
            Sum += value;
            Rows++;
            Highest = Math.Max(Highest, value);
            YesOrNo &= value is 0 or 1;
        }

        public void Add(double numerator, double denominator)
        {
            Sum += numerator;
            Denominator += denominator;
        }
    }
}
