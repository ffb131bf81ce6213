namespace Optimizer.Domain.Reports;

/// <summary>What one concluded experiment says about how much this play's hypotheses do.</summary>
/// <param name="Gain">Observed, a share in the good direction, above -1.</param>
/// <param name="Error">Standard error of its log; above 0.</param>
public readonly record struct TriedEffect(double Gain, double Error);
