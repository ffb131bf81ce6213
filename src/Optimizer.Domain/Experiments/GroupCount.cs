namespace Optimizer.Domain.Experiments;

/// <summary>What the units of one variant that were assigned on one day did on one metric.</summary>
/// <param name="Units">Units assigned; at least 0.</param>
/// <param name="Sum">Conversions, or the sum of the values.</param>
/// <param name="SumOfSquares">Of the values; equals <paramref name="Sum"/> for conversions.</param>
/// <param name="Active">Units with a value other than 0.</param>
public readonly record struct GroupCount(long Units, double Sum, double SumOfSquares, long Active)
{
    public static GroupCount Conversions(long units, long conversions) => new(units, conversions, conversions, conversions);
}
