namespace Optimizer.Benchmarks.Decisions;

/// <summary>A mean over runs with its simulation error.</summary>
internal readonly record struct Average(long Count, double Sum, double Squares)
{
    public double Value => Count == 0 ? double.NaN : Sum / Count;

    public double Deviation => Count < 2 ? 0 : Math.Sqrt(Math.Max(0, Squares - Sum * Sum / Count) / (Count - 1));

    public double Error => Count == 0 ? double.NaN : Deviation / Math.Sqrt(Count);

    public Average With(double value) => new(Count + 1, Sum + value, Squares + value * value);

    public static Average operator +(Average left, Average right) =>
        new(left.Count + right.Count, left.Sum + right.Sum, left.Squares + right.Squares);
}
