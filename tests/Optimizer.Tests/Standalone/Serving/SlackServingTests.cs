using System.Net;
using Optimizer.Standalone.Serving;
using Optimizer.Tests.Connectors.Slack;
using Optimizer.Workflows.Notices;
using Optimizer.Workflows.Operations;

namespace Optimizer.Tests.Standalone.Serving;

public sealed class SlackServingTests : IDisposable
{
    private const string Token = "OPTIMIZER_SERVED_SLACK_TOKEN";
    private const string Secret = "OPTIMIZER_SERVED_SLACK_SECRET";

    private static readonly Freeze Fire = new("ana", "fire", DateTimeOffset.UnixEpoch);

    private readonly DataFolder _data = new();

    public SlackServingTests()
    {
        Directory.CreateDirectory(_data.Path);
        File.WriteAllText(_data.In(NoticeFile.FileName), $$"""
            version: 1
            people: {U024BE7LH: ana@example.com}
            sinks: [{name: growth, kind: slack, channel: C024BE7LH, tokenFrom: {{Token}}, secretFrom: {{Secret}}}]
            """);
        Environment.SetEnvironmentVariable(Token, FakeSlack.Token);
        Environment.SetEnvironmentVariable(Secret, "secret");
    }

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(Token, null);
        Environment.SetEnvironmentVariable(Secret, null);
        _data.Dispose();
    }

    [Fact]
    public async Task Serve_ToldInSlack_KeepsTheMessageOverARestartAndTakesOnlyWhatSlackSigned()
    {
        using var slack = new FakeSlack();
        await using (var host = await ServeAsync(slack))
        {
            await new FreezeNotices(host.Loop.World.Notifier).TellAsync(Fire, default);
            await ArrivedAsync(host);
            using var http = new HttpClient();
            using var form = new FormUrlEncodedContent([new("payload", "{}")]);
            Assert.Equal(HttpStatusCode.Unauthorized, (await http.PostAsync(new Uri($"{host.Url}/api/slack/interactions"), form)).StatusCode);
        }

        var ts = Assert.Single(slack.Messages).Key;
        await using (var host = await ServeAsync(slack))
        {
            await new FreezeNotices(host.Loop.World.Notifier).TellEndAsync(Fire, "ben", "out", default);
            await ArrivedAsync(host);
        }

        Assert.Equal(ts, Assert.Single(slack.Messages).Key);
        Assert.Equal(1, slack.Count("chat.update"));
    }

    private Task<LiveHost> ServeAsync(FakeSlack slack) =>
        LiveHost.StartAsync(new() { Folder = _data.Path, Urls = ["http://127.0.0.1:0"], Network = new SlackCarrier(slack), IsAnnounced = false }, default);

    private static async Task ArrivedAsync(LiveHost host)
    {
        while ((await host.Loop.Records.Told.ListAsync(new(), default)).Any(parcel => parcel.State == ParcelState.Waiting))
        {
            await Task.Yield();
        }
    }
}
