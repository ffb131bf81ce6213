using Optimizer.Connectors.Notices;
using Optimizer.Embedded.Records;
using Optimizer.Workflows.Notices;

namespace Optimizer.Tests.Connectors.Notices;

public sealed class NoticePostTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("optimizer-post").FullName;

    [Fact]
    [Trait("Req", "S0-030")]
    public async Task Run_QuestionTold_ReachesTerminalFileAndWebhookAtOnce()
    {
        using var receiver = Receiver.Of(500, 200);
        using var records = RecordStore.Open(null, new());
        using var terminal = new StringWriter();
        using var stop = new CancellationTokenSource();
        var settings = new NoticeSettings(
        [
            .. NoticeSettings.Default.Sinks,
            new("ops", SinkKind.Webhook, Desk.Machine) { UrlVariable = "URL", SecretVariable = "SECRET" },
        ]);
        using var post = new NoticePost(
            records.Told, settings, name => name == "URL" ? receiver.Address.AbsoluteUri : "secret", _folder, terminal.WriteLine, TimeProvider.System,
            new() { First = TimeSpan.FromMilliseconds(10) });
        var running = post.RunAsync(stop.Token);
        await post.Notifier.NotifyAsync(Desk.Question("p", "approval \u001b[2Jneeded\u202e", "approval-1"), "k", default);
        while ((await records.Told.ListAsync(new(), default)).Any(parcel => parcel.State == ParcelState.Waiting))
        {
            await Task.Yield();
        }

        await stop.CancelAsync();
        await running;
        Assert.EndsWith("Z warn p: approval  [2Jneeded " + Environment.NewLine, terminal.ToString(), StringComparison.Ordinal);
        Assert.Contains("\"id\":\"k\"", File.ReadAllText(Path.Combine(_folder, NoticePost.FileName)), StringComparison.Ordinal);
        Assert.Equal(["1", "2"], receiver.Got.Select(got => got.Attempt));
        Assert.Single(receiver.Got.Select(got => got.Key).Distinct());
    }

    [Theory]
    [InlineData("URL", "SECRET, which is not set")]
    [InlineData("SECRET", "URL, which is not set")]
    [InlineData("SECRET URL", "URL, which must begin with https")]
    public void New_VariableMissingOrWrong_SaysWhich(string present, string said)
    {
        using var records = RecordStore.Open(null, new());
        var settings = new NoticeSettings([new("ops", SinkKind.Webhook, Desk.Machine) { UrlVariable = "URL", SecretVariable = "SECRET" }]);
        var names = present.Split(' ');
        var address = names.Length == 1 ? "https://hooks.example/token" : "http://hooks.example/token";

        var refusal = Assert.Throws<NoticeSettingsException>(() => new NoticePost(
            records.Told, settings, name => names.Contains(name) ? address : null, _folder, _ => { }, TimeProvider.System, new())).Message;
        Assert.Contains(said, refusal, StringComparison.Ordinal);
        Assert.DoesNotContain("token", refusal, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
