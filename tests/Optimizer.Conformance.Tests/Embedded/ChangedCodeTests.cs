using System.Text.Json;
using Optimizer.Conformance.Tests.Port;
using Optimizer.Embedded;
using Optimizer.Workflows;
using Optimizer.Workflows.Instances;
using static Optimizer.Conformance.Tests.Port.Sample;

namespace Optimizer.Conformance.Tests.Embedded;

public class ChangedCodeTests : EngineTests
{
    [Theory, Trait("Behaviour", "86")]
    [InlineData("renamed")]
    [InlineData("reordered")]
    [InlineData("removed")]
    [InlineData("added")]
    [InlineData("other kind")]
    public async Task Open_ChangedSteps_ParksWithTheHistoryUnharmedAndGoesOnUnderTheOldCode(string change)
    {
        await OpenAsync(Changes.Code("as it was"));
        await StartAsync(Play, "one", None.Value);
        await UntilStatusAsync("one", "waiting");
        var before = await HistoryAsync();

        await OpenAsync(Changes.Code(change));
        await SignalAsync("one", Go, "now");
        var parked = await ParkedAsync("one");

        Assert.NotNull(parked.Failure);
        Assert.Equal(before, (await HistoryAsync())[..before.Length]);
        Assert.Equal(SignalAnswer.Accepted, await Engine.SignalAsync("one", Number, 1));

        await OpenAsync(Changes.Code("as it was"));
        Assert.Equal(ControlAnswer.Done, await Engine.ResumeAsync("one"));
        var ended = await EndAsync("one");
        Assert.Equal("now", Output<string>(ended));
        Assert.Null(ended.Failure);
    }

    [Fact, Trait("Behaviour", "86")]
    public async Task Resume_CodeStillChanged_ParksAgain()
    {
        await OpenAsync(Changes.Code("as it was"));
        await StartAsync(Play, "one", None.Value);
        await UntilStatusAsync("one", "waiting");
        await OpenAsync(Changes.Code("renamed"));
        await SignalAsync("one", Go, "now");
        await ParkedAsync("one");

        Assert.Equal(ControlAnswer.Done, await Engine.ResumeAsync("one"));

        Assert.Contains("other-step", (await UntilAsync("one", status => status is { State: RunState.Parked, Failure: not null })).Failure!.Message, StringComparison.Ordinal);
    }

    [Fact, Trait("Behaviour", "86")]
    public async Task Workflow_ReturnsBeforeItsRecordedSteps_IsParked()
    {
        await OpenAsync(Changes.Code("as it was"));
        await StartAsync(Play, "one", None.Value);
        await UntilStatusAsync("one", "waiting");

        await OpenAsync(Registry().Add(Play, (_, _) => Task.FromResult("at once")));
        await SignalAsync("one", Go, "now");

        Assert.Contains("first-step", (await ParkedAsync("one")).Failure!.Message, StringComparison.Ordinal);
    }

    [Fact, Trait("Behaviour", "87")]
    public async Task Open_VersionGoneUnderStrict_ParksUntilItIsBack()
    {
        await OpenAsync(Changes.Code("as it was"));
        await StartAsync(Play, "one", None.Value);
        await UntilStatusAsync("one", "waiting");

        await OpenAsync(Registry().Add(Play, (_, _) => Task.FromResult("version 2"), version: 2));
        await SignalAsync("one", Go, "now");
        var parked = await ParkedAsync("one");
        Assert.Contains("play", parked.Failure!.Message, StringComparison.Ordinal);
        Assert.Contains("1", parked.Failure.Message, StringComparison.Ordinal);

        await OpenAsync(Changes.Code("as it was"));
        Assert.Equal(ControlAnswer.Done, await Engine.ResumeAsync("one"));
        Assert.Equal("now", Output<string>(await EndAsync("one")));
    }

    [Fact, Trait("Behaviour", "87")]
    public async Task Open_VersionGoneUnderCurrentOrNewer_RunsTheLowestNewerOne()
    {
        var options = new EngineOptions { VersionMatch = VersionMatch.CurrentOrNewer };
        await OpenAsync(Changes.Code("as it was"), options);
        await StartAsync(Play, "one", None.Value);
        await UntilStatusAsync("one", "waiting");

        await OpenAsync(Newer(2).Add(Play, (_, _) => Task.FromResult("version 9"), version: 9), options);
        await SignalAsync("one", Go, "now");

        Assert.Equal("now", Output<string>(await EndAsync("one")));

        static WorkflowRegistry Newer(int version)
        {
            var code = Changes.Code("as it was");
            return new WorkflowRegistry()
                .Add(new Activity<int, int>("first-step"), (_, number) => Task.FromResult(number))
                .Add(new Activity<int, int>("second-step"), (_, number) => Task.FromResult(number))
                .Add(Play, async (context, none) => (await code.Find("play", 1)!.RunAsync(context, Payload.Of(none))).Read<string>(), version);
        }
    }

    [Fact, Trait("Behaviour", "87")]
    public async Task Open_OnlyOlderVersions_ParksUnderBothRules()
    {
        foreach (var match in Enum.GetValues<VersionMatch>())
        {
            var options = new EngineOptions { VersionMatch = match };
            await OpenAsync(Registry().Add(Play, async (context, _) => (await context.WaitAsync(Go))!.Payload, version: 3), options);
            await StartAsync(Play, $"{match}", None.Value);
            await UntilAsync($"{match}", status => status.State == RunState.Running);

            await OpenAsync(Registry().Add(Play, (_, _) => Task.FromResult("older"), version: 2), options);
            await SignalAsync($"{match}", Go, "now");

            Assert.NotNull((await ParkedAsync($"{match}")).Failure);
        }
    }

    private async Task<string[]> HistoryAsync() =>
        [.. (await Engine.HistoryAsync("one"))!.Entries.Select(entry => JsonSerializer.Serialize(new { entry.At, entry.Kind, entry.Step, entry.Name, entry.Due, Payload = entry.Payload?.ToString() }))];
}
