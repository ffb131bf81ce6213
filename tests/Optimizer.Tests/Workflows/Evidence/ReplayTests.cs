using Optimizer.Domain.Audit;
using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Decisions;
using Optimizer.Domain.Policies;
using Optimizer.Embedded.Records;
using Optimizer.Tests.Domain.Audit;
using Optimizer.Tests.Embedded.Records;
using Optimizer.Workflows.Evidence;

namespace Optimizer.Tests.Workflows.Evidence;

public class ReplayTests
{
    [Fact]
    [Trait("Req", "S0-039")]
    [Trait("Req", "S0-040")]
    public async Task OfAsync_EverythingThatWasComputed_ComesOutTheSameFromTheStoredRecordAlone()
    {
        using var store = await ToldAsync();
        var replay = new Replay(store.Audit, store.Plays);
        var recomputed = 0;
        await foreach (var record in store.Audit.ReadAsync(new() { Kinds = ["decision.made", "ruling.given", "anomaly.found", "experiment.ended"] }, default))
        {
            var reading = await replay.OfAsync(record);
            Assert.True(reading.IsSame, $"{reading.What}: {string.Join("; ", reading.Differences)}");
            recomputed++;
        }

        Assert.True(recomputed > 7, $"only {recomputed} records were recomputed");
    }

    [Fact]
    public async Task OfAsync_ChangedDecision_ComesOutDifferentWithBothSides()
    {
        using var store = await ToldAsync();
        var made = Story.Tell().Records().First(record => record.Entry.Event is DecisionMade { Record.Decision.Kind: DecisionKind.AdoptProven });
        var decision = ((DecisionMade)made.Entry.Event).Record;
        var forged = made with { Entry = made.Entry with { Event = new DecisionMade(decision with { Decision = decision.Decision with { Kind = DecisionKind.Revert } }) } };

        var reading = await new Replay(store.Audit, store.Plays).OfAsync(forged);

        Assert.False(reading.IsSame);
        Assert.Contains("kind: recorded \"Revert\", now \"AdoptProven\"", reading.Differences);
    }

    [Fact]
    public async Task OfAsync_ChangedRulingOrAnomaly_ComesOutDifferent()
    {
        using var store = await ToldAsync(out var records);
        var replay = new Replay(store.Audit, store.Plays);
        var ruled = records.First(record => record.Entry.Event is RulingGiven);
        var ruling = (RulingGiven)ruled.Entry.Event;
        var found = records.First(record => record.Entry.Event is AnomalyFound);
        var anomaly = (AnomalyFound)found.Entry.Event;

        Assert.False((await replay.OfAsync(ruled with { Entry = ruled.Entry with { Event = ruling with { Answer = ruling.Answer with { Kind = RulingKind.Deny } } } })).IsSame);
        Assert.False((await replay.OfAsync(found with { Entry = found.Entry with { Event = anomaly with { Change = -0.01 } } })).IsSame);
    }

    [Fact]
    public async Task OfAsync_DefinitionThatIsNotStored_SaysThatItCannot()
    {
        using var store = RecordFolder.InMemory();
        var records = await store.Audit.AppendAsync(Story.Tell().Entries, default);
        var replay = new Replay(store.Audit, store.Plays);

        Assert.Null((await replay.OfAsync(records.First(record => record.Entry.Event is RulingGiven))).IsSame);
        Assert.Null((await replay.OfAsync(records.First(record => record.Entry.Event is AnomalyFound))).IsSame);
        Assert.Null((await replay.OfAsync(records[0])).IsSame);
    }

    [Fact]
    public void OtherMode_Loser_EndsEarlierWordForWord()
    {
        var decided = Story.Tell().Records().Select(record => record.Entry.Event).OfType<DecisionMade>().Last().Record;

        var other = OtherMode.Of(decided);

        Assert.Equal((RuleMode.Literal, 1), (other.Mode, other.FirstDay));
        Assert.Equal(DecisionKind.Revert, other.First!.Kind);
    }

    internal static Task<RecordStore> ToldAsync() => ToldAsync(out _);

    private static Task<RecordStore> ToldAsync(out IReadOnlyList<AuditRecord> records)
    {
        var store = RecordFolder.InMemory();
        var stored = store.Plays.PutAsync(Story.Slug, Story.DefinitionText, "onboarding.yaml", Story.Start, default).GetAwaiter().GetResult();
        var story = Story.Tell(stored.Hash);
        records = story.Records();
        _ = store.Audit.AppendAsync(story.Entries, default).GetAwaiter().GetResult();
        return Task.FromResult(store);
    }
}
