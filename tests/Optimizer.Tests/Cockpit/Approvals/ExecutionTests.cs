using Optimizer.Domain.Audit.Events;
using Optimizer.Tests.Loops.Scenes;

namespace Optimizer.Tests.Cockpit.Approvals;

public class ExecutionTests
{
    private const string Semi = """
        version: 1
        set:
          autonomy.start: semi
          autonomy.ceiling: semi
          autonomy.skip_graduation: true
        """;

    [Fact]
    public async Task Answer_OfAPlayInSemi_StartsItAndTheQuestionSaysSo()
    {
        await using var kit = await AnswerKit.OpenAsync(new() { Change = Fixtures.Market(Fixtures.Drop, 0.1), Policy = Semi });
        await kit.Loop.RunAsync(1);
        var asked = Assert.Single(await kit.Loop.EventsAsync<ApprovalAsked>()).Event.Request;
        Assert.Equal(200, (await kit.AnswerAsync("ana@example.com", asked)).Status);
        await kit.Loop.RunAsync(0.1);

        Assert.Single(await kit.Loop.EventsAsync<ExperimentStarted>());
        var shown = await kit.SendAsync("GET", $"/api/approvals/{asked.Id}", await kit.TokenAsync("ana@example.com"));
        Assert.Equal(("executed", "the experiment was started"), (shown.Word, shown.Field("cameOfIt")));
    }

    [Fact]
    public async Task Answer_WhenTheSettingWasChangedMeanwhile_IsSupersededAndAskedAgain()
    {
        await using var kit = await AnswerKit.OpenAsync(new() { Change = Fixtures.Market(Fixtures.Drop, 0.1), Policy = Semi });
        await kit.Loop.RunAsync(1);
        var asked = Assert.Single(await kit.Loop.EventsAsync<ApprovalAsked>()).Event.Request;
        var proposed = (await kit.Loop.EventsAsync<HypothesesProposed>())[0].Event.Hypotheses.First(each => each.Rank == 1);
        var play = kit.Loop.Plays[0].Play;
        await kit.Loop.Market.Channel.ApplyAsync(
            play, play.Variables.First(each => each.Key == proposed.Variable), proposed.Setting with { Json = """{"move":"by-hand","text":"changed by hand"}""" },
            kit.Loop.Clock.GetUtcNow(), "by hand", default);
        Assert.Equal(200, (await kit.AnswerAsync("ana@example.com", asked)).Status);
        await kit.Loop.RunAsync(0.1);

        Assert.Empty(await kit.Loop.EventsAsync<ExperimentStarted>());
        var again = (await kit.Loop.EventsAsync<ApprovalAsked>())[^1].Event.Request;
        var shown = await kit.SendAsync("GET", $"/api/approvals/{asked.Id}", await kit.TokenAsync("ana@example.com"));
        Assert.Equal(("superseded", again.Id), (shown.Word, shown.Field("askedAgain")));
        Assert.NotEqual(asked.PayloadHash, again.PayloadHash);
        Assert.Equal(200, (await kit.AnswerAsync("ana@example.com", again)).Status);
        await kit.Loop.RunAsync(0.1);
        Assert.Single(await kit.Loop.EventsAsync<ExperimentStarted>());
    }
}
