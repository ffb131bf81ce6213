using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Plays;
using Optimizer.Standalone.Loop;
using Optimizer.Testing;
using Optimizer.Workflows.Definitions;

namespace Optimizer.Tests.Loops.Scenes;

public class DefinitionsRunTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 5, 0, 0, 0, TimeSpan.Zero);

    /// <summary>None of the real definitions names the events its KPI is computed from: they are read, said to be untracked, and nothing is tried.</summary>
    [SharedFact]
    [Trait("Req", "S0-063")]
    [Trait("Req", "S0-007")]
    public async Task Run_AllRealDefinitions_MonitorAskForTrackingAndReport()
    {
        var documents = Directory.GetFiles(SharedFolder.File("plays/definitions")).Order(StringComparer.Ordinal)
            .SelectMany(file => PlayFile.Read(File.ReadAllText(file), file).Plays).ToList();
        await using var simulation = await Simulation.OpenAsync(new() { Seed = 1, Start = Start, Plays = documents });

        await simulation.RunUntilAsync(15);

        var events = new List<(string Play, object Event)>();
        await foreach (var record in simulation.Loop.Records.Audit.ReadAsync(new(), default))
        {
            events.Add((record.Entry.Play, record.Entry.Event));
        }

        Assert.Equal(181, documents.Count);
        Assert.Equal(181, events.Count(each => each.Event is PlayEnrolled));
        Assert.Equal(
            documents.Select(each => each.Play.Slug).Order(StringComparer.Ordinal),
            events.Where(each => each.Event is TrackingMissing { Task.Length: > 0 }).Select(each => each.Play).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(events, each => each.Event is ExperimentStarted or EffectIntended or HypothesesProposed);
        Assert.All(
            documents, each => Assert.Equal(3, events.Count(known => known.Play == each.Play.Slug && known.Event is BriefWritten)));
        foreach (var document in documents)
        {
            var view = await simulation.Loop.ViewAsync(document.Play.Slug);
            Assert.Equal((PlayStatus.Monitoring, false, null), (view!.Status, view.IsTracked, view.Problem));
        }
    }
}
