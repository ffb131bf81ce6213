using Optimizer.Connectors.Notices;
using Optimizer.Domain.Approvals;
using Optimizer.Domain.Policies;
using Optimizer.Embedded.Records;
using Optimizer.Workflows.Notices;

namespace Optimizer.Tests.Connectors.Notices;

public sealed class NoticePostTests : IDisposable
{
    private static readonly ApprovalRequest Asked = new()
    {
        Action = ActionKind.StartExperiment,
        After = "b",
        AskedAt = DateTimeOffset.UnixEpoch,
        Before = "a",
        Class = ChangeClass.Copy,
        ExpiresAt = DateTimeOffset.UnixEpoch.AddDays(36500),
        Id = "p-q1",
        OnTimeout = TimeoutAction.Park,
        PayloadHash = "h",
        Play = "p",
        Reasons = ["semi"],
        RequestedBy = "loop",
        Seat = Seat.Manager,
        Title = "Try b",
    };

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

    [Fact]
    public async Task Run_SinkOfOnePerson_CarriesTheirLinkAndNoOtherSinkDoes()
    {
        using var receiver = Receiver.Of(500, 200);
        using var records = RecordStore.Open(null, new());
        using var stop = new CancellationTokenSource();
        var settings = new NoticeSettings(
        [
            .. NoticeSettings.Default.Sinks,
            new("ana", SinkKind.Webhook, Desk.Machine) { Answers = new("ana", Seat.Manager), Url = receiver.Address, SecretVariable = "SECRET" },
        ]);
        using var post = new NoticePost(
            records.Told, settings, _ => "secret", _folder, _ => { }, TimeProvider.System, new() { First = TimeSpan.FromMilliseconds(10) },
            (kept, who) => new($"https://optimizer.example/a/{kept.Key}-{who.Name}"));
        var running = post.RunAsync(stop.Token);
        await post.Notifier.NotifyAsync(Desk.Question("p", "approval needed", "approval-1") with { Request = Asked }, "k", default);
        while ((await records.Told.ListAsync(new(), default)).Any(parcel => parcel.State == ParcelState.Waiting))
        {
            await Task.Yield();
        }

        await stop.CancelAsync();
        await running;
        Assert.All(receiver.Got, got => Assert.Contains("https://optimizer.example/a/k-ana", System.Text.Encoding.UTF8.GetString(got.Body), StringComparison.Ordinal));
        Assert.Equal(2, receiver.Got.Count);
        Assert.DoesNotContain("/a/", File.ReadAllText(Path.Combine(_folder, NoticePost.FileName)), StringComparison.Ordinal);
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
