using System.Text.Json;
using Optimizer.Domain.Identity;
using Optimizer.Tests.Cockpit.Kit;
using Optimizer.Workflows.Answers;
using Optimizer.Workflows.Ports;

namespace Optimizer.Tests.Cockpit.Questions;

public sealed class AskApiTests
{
    [Fact]
    [Trait("Req", "S1-157")]
    public async Task Ask_Viewer_IsAnsweredFromTheRecordsWithLinksToThem()
    {
        await using var kit = await RunAsync();
        var answer = await AskAsync(kit, "when did you enrol onboarding?");

        Assert.Equal(("facts", "none"), (answer.GetProperty("kind").GetString(), answer.GetProperty("model").GetString()));
        var cited = Assert.Single(answer.GetProperty("citations").EnumerateArray());
        Assert.Contains($"[{cited.GetProperty("id").GetString()}]", answer.GetProperty("text").GetString(), StringComparison.Ordinal);
        var record = await kit.GetAsync(cited.GetProperty("url").GetString()!);
        Assert.Equal((200, "play.enrolled"), (record.Status, record.Json.GetProperty("kind").GetString()));
        Assert.Equal(
            (await QuestionAnswers.AnswerAsync(
                kit.Served.World.Audit, new("when did you enrol onboarding?", null, kit.Loop.Clock.GetUtcNow(), await AskerZone.OfAsync(kit.Served.World.Plays, default)), (_, _) => Task.FromResult(LiveState.None))).Text,
            answer.GetProperty("text").GetString());
    }

    [Fact]
    public async Task Ask_OfNow_IsWhatTheEngineSays()
    {
        await using var kit = await RunAsync();
        Assert.Contains("As the engine stands now: onboarding is ", (await AskAsync(kit, "how is onboarding doing?")).GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Contains("the next tick is that of onboarding", (await AskAsync(kit, "what are you waiting for?")).GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"question":""}""", 422)]
    [InlineData("""{"question":"   "}""", 422)]
    [InlineData("""{"question":"why","play":"../x"}""", 422)]
    [InlineData("""{"play":"onboarding"}""", 422)]
    [InlineData("""{"question":"why","now":"2026-01-01"}""", 422)]
    [InlineData("""{"question":7}""", 422)]
    [InlineData("[", 400)]
    public async Task Ask_BadBody_IsRefused(string body, int status)
    {
        await using var kit = await ApiKit.OpenAsync();
        Assert.Equal(status, (await kit.SendAsync("POST", "/api/ask", Role.Viewer, body)).Status);
    }

    [Fact]
    public async Task Ask_TooMuchOrByStrangers_IsRefused()
    {
        await using var kit = await ApiKit.OpenAsync();
        Assert.Equal(422, (await kit.SendAsync("POST", "/api/ask", Role.Viewer, Body(new('a', Question.Longest + 1)))).Status);
        Assert.Equal(413, (await kit.SendAsync("POST", "/api/ask", Role.Viewer, Body(new('a', 10 * 1024 * 1024)))).Status);
        Assert.Equal(401, (await kit.SendAsync("POST", "/api/ask", null, Body("why"))).Status);
        Assert.Equal(404, (await kit.GetAsync("/api/audit/999999")).Status);
        Assert.Equal(404, (await kit.GetAsync("/api/audit/0")).Status);
    }

    [Fact]
    [Trait("Req", "S1-163")]
    public async Task Ask_Command_IsAProposalWithoutAnyEffect()
    {
        await using var kit = await RunAsync();
        var before = (await kit.Loop.TrailAsync()).Count;
        var answer = await AskAsync(kit, "pause onboarding");

        Assert.Equal(("proposal", "pause", "onboarding"), (answer.GetProperty("kind").GetString(), answer.GetProperty("proposal").GetProperty("verb").GetString(), answer.GetProperty("proposal").GetProperty("play").GetString()));
        Assert.Equal("refused", (await AskAsync(kit, "unfreeze")).GetProperty("kind").GetString());
        Assert.Equal(before, (await kit.Loop.TrailAsync()).Count);
        Assert.NotEqual("paused", (await kit.GetAsync("/api/plays/onboarding")).Json.GetProperty("stage").GetString());
    }

    [Fact]
    [Trait("Req", "S1-058")]
    public async Task Ask_HonestModel_IsShownNamedAndAskedOnce()
    {
        var model = new FakeRephraser((text, _) => Task.FromResult<string?>($"Well: {text}"));
        await using var kit = await RunAsync(model);
        var answer = await AskAsync(kit, "when did you enrol onboarding?");

        Assert.Equal("fake-1", answer.GetProperty("model").GetString());
        Assert.StartsWith("Well: ", answer.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal(answer.GetProperty("text").GetString(), (await AskAsync(kit, "when did you enrol onboarding?")).GetProperty("text").GetString());
        Assert.Equal(1, model.Asked);
    }

    [Theory]
    [InlineData("invents")]
    [InlineData("drops")]
    [InlineData("numbers")]
    [InlineData("html")]
    [InlineData("nothing")]
    [InlineData("throws")]
    [InlineData("hangs")]
    public async Task Ask_LyingOrFailingModel_IsNotShown(string how)
    {
        await using var plain = await RunAsync();
        var expected = (await AskAsync(plain, "when did you enrol onboarding?")).GetProperty("text").GetString();
        var model = new FakeRephraser(async (text, cancel) => how switch
        {
            "invents" => text + " [#4711]",
            "drops" => text[..text.IndexOf('[', StringComparison.Ordinal)],
            "numbers" => "Up by 300 %. " + text,
            "html" => $"<img src=x onerror=alert(1)> {text}",
            "nothing" => null,
            "throws" => throw new HttpRequestException("429"),
            "hangs" => await NeverAsync(cancel),
            _ => throw new ArgumentOutOfRangeException(nameof(how), how, "unknown way to fail"),
        });
        await using var kit = await RunAsync(model);
        var answer = await AskAsync(kit, "when did you enrol onboarding?");
        Assert.Equal(1, model.Asked);
        Assert.Equal(("none", expected), (answer.GetProperty("model").GetString(), answer.GetProperty("text").GetString()));
    }

    private static async Task<string?> NeverAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        return null;
    }

    private static string Body(string question) => JsonSerializer.Serialize(new { question });

    private static async Task<JsonElement> AskAsync(ApiKit kit, string question)
    {
        var answer = await kit.SendAsync("POST", "/api/ask", Role.Viewer, Body(question));
        Assert.Equal(200, answer.Status);
        return answer.Json;
    }

    private static async Task<ApiKit> RunAsync(IRephraser? model = null)
    {
        var kit = await ApiKit.OpenAsync(rephraser: model);
        await kit.Loop.RunAsync(2);
        return kit;
    }
}
