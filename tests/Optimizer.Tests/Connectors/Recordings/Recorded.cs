using Optimizer.Connectors.Recordings;
using Optimizer.Tests.Connectors.Files;

namespace Optimizer.Tests.Connectors.Recordings;

/// <summary>Reads an experiment from text: variants in column <c>v</c>, control <c>a</c>, metric <c>m</c> unless said otherwise.</summary>
internal static class Recorded
{
    public static ExperimentColumns Columns { get; } = new() { Variant = "v", Control = "a", Metric = "m" };

    public static ExperimentRecording Read(string content, ExperimentColumns? columns = null)
    {
        using var file = new WrittenFile(content);
        return ExperimentFile.Read([file.Path], columns ?? Columns);
    }

    public static ExperimentRecording.Conversions Conversions(string content, ExperimentColumns? columns = null) =>
        Assert.IsType<ExperimentRecording.Conversions>(Read(content, columns));

    public static ExperimentRecording.Values Values(string content, ExperimentColumns? columns = null) =>
        Assert.IsType<ExperimentRecording.Values>(Read(content, columns));

    public static ExperimentRecording.Ratios Ratios(string content, ExperimentColumns? columns = null) =>
        Assert.IsType<ExperimentRecording.Ratios>(Read(content, columns));
}
