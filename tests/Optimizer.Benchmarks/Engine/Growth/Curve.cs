namespace Optimizer.Benchmarks.Engine.Growth;

/// <summary>What a step costs as something grows.</summary>
/// <param name="Of">What grows.</param>
/// <param name="Points">From little to much.</param>
internal sealed record Curve(string Of, IReadOnlyList<CurvePoint> Points)
{
    public const double MostGrowth = 1.5;

    /// <summary>Of the repeats, the point a quarter from the quickest: other work on the machine only ever adds.</summary>
    public const double Share = 0.25;

    /// <summary>Last by first.</summary>
    public double Growth => Points[^1].Microseconds / Points[^1].First;

    public bool IsMet => Growth <= MostGrowth;
}
