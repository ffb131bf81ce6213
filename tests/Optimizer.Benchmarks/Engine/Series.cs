using System.Globalization;

namespace Optimizer.Benchmarks.Engine;

/// <summary>One figure over the rounds.</summary>
internal sealed class Series
{
    private readonly List<double> _values = [];

    public bool IsEmpty => _values.Count == 0;

    public double Median => At(_values, 0.5);

    public void Add(double value) => _values.Add(value);

    /// <summary>Median, with the range in brackets when there is one.</summary>
    public string Said(string format)
    {
        var (low, high, median) = (Number(_values.Min()), Number(_values.Max()), Number(Median));
        return low == high ? median : $"{median} [{low}–{high}]";

        string Number(double value) => value.ToString(format, CultureInfo.InvariantCulture);
    }

    /// <summary>The value that a share of all values lies below.</summary>
    public static double At(IReadOnlyCollection<double> values, double share) =>
        values.Order().ElementAt(Math.Min(values.Count - 1, (int)(share * values.Count)));
}
