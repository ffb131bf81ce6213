using Optimizer.Connectors.Recordings;
using Optimizer.Domain.Decisions;
using Optimizer.Statistics.Sequential;

namespace Optimizer.Standalone.Evaluations;

/// <summary>Everything the report of an evaluation is written from.</summary>
internal sealed record EvaluationReport(
    IReadOnlyList<string> Files, ExperimentColumns Columns, ExperimentRecording Recording, Evaluation Evaluation)
{
    public MetricKind Kind => Recording switch
    {
        ExperimentRecording.Conversions => MetricKind.Proportion,
        ExperimentRecording.Values => MetricKind.Mean,
        ExperimentRecording.Ratios => MetricKind.Ratio,
        _ => throw new ArgumentOutOfRangeException(nameof(Recording), Recording, "unknown kind of recording"),
    };

    /// <summary>Configured shares of traffic, control first.</summary>
    public IReadOnlyList<double> Weights => Recording switch
    {
        ExperimentRecording.Conversions of => of.Days[0].Weights,
        ExperimentRecording.Values of => of.Days[0].Weights,
        ExperimentRecording.Ratios of => of.Days[0].Weights,
        _ => throw new ArgumentOutOfRangeException(nameof(Recording), Recording, "unknown kind of recording"),
    };

    /// <summary>Units, control first.</summary>
    public IReadOnlyList<long> Units => [Evaluation.ControlUnits, .. Evaluation.Variants.Select(variant => variant.Look.VariantUnits)];

    /// <summary>Pearson's p-value of the split, for readers who know it; it is not valid under daily looks.</summary>
    public double SplitPValue => SampleRatio.ChiSquaredPValue(Units, Weights);
}
