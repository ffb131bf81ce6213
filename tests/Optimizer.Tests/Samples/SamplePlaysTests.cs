using Optimizer.Domain.Kpis;
using Optimizer.Domain.Plays;
using Optimizer.Testing;
using Optimizer.Workflows.Definitions;

namespace Optimizer.Tests.Samples;

/// <summary>The plays that people meet first: right, tracked, and with something to try.</summary>
public class SamplePlaysTests
{
    private static readonly IReadOnlyList<Play> Plays = [.. Repository.Files("samples/plays", "*.yaml").Select(Read)];

    [Fact]
    public void Samples_All_AreEightAndReadWithoutAProblem() => Assert.Equal(8, Plays.Count);

    [Fact]
    public void Samples_All_AreTrackedAndCanBeOptimised() => Assert.All(Plays, play =>
    {
        Assert.Single(play.Primary);
        Assert.All(play.Kpis, kpi => Assert.True(kpi.Measure.IsTracked && kpi.Measure.Events.Count > 0));
        Assert.InRange(play.Kpis.Count, 2, 3);
        Assert.InRange(play.Variables.Count, 4, 6);
        Assert.All(play.Variables, variable => Assert.True(variable.Actuator is not null && variable.Current is not null));
        Assert.InRange(play.Variables.Count(variable => variable.Autonomous), 3, play.Variables.Count - 1);
        Assert.NotEmpty(play.Guardrails);
        Assert.True(play.Experiment.MinSamplesPerVariant >= 100);
    });

    [Fact]
    public void Samples_Together_ShowEveryKindOfGoal()
    {
        Assert.Contains(Plays, play => play.Primary.Single().Direction == KpiDirection.LowerIsBetter);
        Assert.Contains(Plays, play => play.Primary.Single() is { Form: KpiForm.Revenue, Measure.Type: MeasureType.Average });
        Assert.True(Plays.Count(play => play.Primary.Single().Measure.Type == MeasureType.Ratio) >= 6);
        Assert.True(Plays.Select(play => play.Monitor.TimeZone).Distinct().Count() >= 4);
    }

    [SharedFact]
    public void Samples_Slugs_AreOurOwn() =>
        Assert.DoesNotContain(Plays, play => File.Exists(SharedFolder.File("plays", "definitions", $"{play.Slug}.json")));

    private static Play Read(string path)
    {
        var read = PlayFile.Read(File.ReadAllText(path), Repository.Relative(path));
        Assert.Empty(read.Problems);
        Assert.Equal(Path.GetFileNameWithoutExtension(path), Assert.Single(read.Plays).Play.Slug);
        return read.Plays[0].Play;
    }
}
