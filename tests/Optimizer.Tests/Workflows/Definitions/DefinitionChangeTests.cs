using Optimizer.Domain.Plays;
using Optimizer.Domain.Policies;
using Optimizer.Testing;
using Optimizer.Workflows.Definitions;

namespace Optimizer.Tests.Workflows.Definitions;

public class DefinitionChangeTests
{
    public static TheoryData<string> Samples => [.. Repository.Files("samples/plays", "*.yaml").Select(Repository.Relative)];

    [Theory]
    [MemberData(nameof(Samples))]
    public void MeasuredBy_ARecording_ChangesNothingElse(string sample)
    {
        var document = PlayFile.Read(File.ReadAllText(Repository.File(sample)), sample).Plays[0];
        var goal = document.Play.Primary.First();
        var changed = PlayFile.Read(DefinitionChange.MeasuredBy(document, goal.Key, "Unique: \"Visits\""), sample);

        Assert.Empty(changed.Problems);
        var play = changed.Plays[0].Play;
        Assert.Equal(
            (MeasureType.External, "recording", "Unique: \"Visits\""),
            (play.Primary.First().Measure.Type, play.Primary.First().Measure.Source, play.Primary.First().Measure.Name));
        Assert.Equal(document.Play.Kpis.Select(kpi => (kpi.Key, kpi.Direction, kpi.Form)), play.Kpis.Select(kpi => (kpi.Key, kpi.Direction, kpi.Form)));
        Assert.Equal(document.Play.Variables, play.Variables);
        Assert.Equal((document.Play.Slug, document.Play.Monitor.At, document.Play.Monitor.TimeZone), (play.Slug, play.Monitor.At, play.Monitor.TimeZone));
    }

    [Theory]
    [InlineData(null, Autonomy.Advisory)]
    [InlineData("version: 3\nprofile: site-cro\nset:\n  autonomy.ceiling: full\n  play.max_starts: 2\n", Autonomy.Semi)]
    [InlineData("{\"version\": 3}", Autonomy.Full)]
    public void At_ALevel_IsWherePlaysBeginAndEnd(string? policy, Autonomy level)
    {
        var read = PolicyFile.Read(DefinitionChange.At(policy, level), "policy");

        Assert.Empty(read.Problems);
        var resolved = read.Policy!.For(PlayFile.Read(File.ReadAllText(Repository.File("samples", "plays", "onboarding-checklist.yaml")), "play").Plays[0].Play);
        Assert.Equal((level, true), (resolved.AutonomyCeiling, resolved.SkipGraduation));
    }
}
