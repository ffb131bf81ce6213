namespace Optimizer.Statistics.Series;

/// <summary>The two running sums of a <see cref="Cusum"/>; the default value is the start, both 0.</summary>
/// <param name="Up">Evidence gathered for a rise, 0 or more.</param>
/// <param name="Down">Evidence gathered for a fall, 0 or more.</param>
public readonly record struct CusumSums(double Up, double Down);
