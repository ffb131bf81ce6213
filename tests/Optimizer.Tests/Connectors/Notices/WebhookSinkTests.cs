using System.Text.Json;
using Optimizer.Connectors.Notices;
using Optimizer.Domain.Approvals;
using Optimizer.Domain.Policies;
using Optimizer.Workflows.Notices;

namespace Optimizer.Tests.Connectors.Notices;

public sealed class WebhookSinkTests : IDisposable
{
    private static readonly DateTimeOffset At = HandClock.Start;

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    [Fact]
    public async Task Deliver_Question_PostsItSignedUnderItsKey()
    {
        using var receiver = Receiver.Of(204);
        var answer = await Sink(receiver.Address).DeliverAsync(Question(), default);

        Assert.Equal(new SinkAnswer(true, "204 No Content"), answer);
        var got = Assert.Single(receiver.Got);
        Assert.Equal(("ops%2Fp-1%2Fasked", "approval.asked", "1"), (got.Key, got.Event, got.Attempt));
        Assert.True(WebhookSignature.IsRight("secret", got.Signature, got.Body, At, TimeSpan.Zero));
        using var document = JsonDocument.Parse(got.Body);
        var told = document.RootElement;
        Assert.Equal(
            ["ops/p-1/asked", "approval.asked", "p", "approval-p-1", "warn", "approval needed: é 漢", "why\n\nBefore: a", "https://cockpit.example/x/approvals/p-1"],
            new[] { "id", "type", "play", "object", "severity", "subject", "text", "link" }.Select(name => told.GetProperty(name).GetString()));
        Assert.Equal(3, told.GetProperty("version").GetInt32());
        Assert.Equal(("p-1", "h1", "manager"), (
            told.GetProperty("approval").GetProperty("id").GetString(), told.GetProperty("approval").GetProperty("payloadHash").GetString(),
            told.GetProperty("approval").GetProperty("seat").GetString()));
    }

    [Fact]
    public async Task Deliver_Digest_PostsAllItHolds()
    {
        using var receiver = Receiver.Of(200);
        await Sink(receiver.Address).DeliverAsync(Question() with { IsDigest = true, Key = "ops/digest/1", Notices = [Kept("a"), Kept("b")] }, default);

        using var document = JsonDocument.Parse(Assert.Single(receiver.Got).Body);
        Assert.Equal("digest", document.RootElement.GetProperty("type").GetString());
        Assert.Equal(["a", "b"], document.RootElement.GetProperty("notices").EnumerateArray().Select(notice => notice.GetProperty("id").GetString()));
    }

    [Theory]
    [InlineData(301)]
    [InlineData(400)]
    [InlineData(410)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task Deliver_AnswerThatIsNoArrival_IsNone(int status)
    {
        using var receiver = new Receiver(context =>
        {
            context.Response.StatusCode = status;
            context.Response.RedirectLocation = status == 301 ? "http://127.0.0.1:1/" : null;
            return Task.CompletedTask;
        });
        var answer = await Sink(receiver.Address).DeliverAsync(Question(), default);

        Assert.False(answer.Delivered);
        Assert.StartsWith($"{status} ", answer.Status, StringComparison.Ordinal);
        Assert.Single(receiver.Got);
    }

    [Theory]
    [InlineData("120", 120)]
    [InlineData("Mon, 02 Mar 2026 10:07:00 GMT", 420)]
    [InlineData("soon", null)]
    public async Task Deliver_TooMany_TellsWhenToComeAgain(string retryAfter, int? seconds)
    {
        using var receiver = new Receiver(context =>
        {
            context.Response.StatusCode = 429;
            context.Response.Headers["Retry-After"] = retryAfter;
            return Task.CompletedTask;
        });
        var answer = await Sink(receiver.Address).DeliverAsync(Question(), default);

        Assert.Equal((false, seconds is { } later ? At.AddSeconds(later) : null), (answer.Delivered, answer.RetryAfter));
    }

    [Fact]
    public async Task Deliver_ReceiverHangs_EndsWhenPatienceDoes()
    {
        var never = new TaskCompletionSource();
        using var receiver = new Receiver(_ => never.Task);
        using var http = new HttpClient();
        var sink = new WebhookSink("ops", receiver.Address, "secret", http, TimeProvider.System, null) { Patience = TimeSpan.FromMilliseconds(200) };

        Assert.Equal(new SinkAnswer(false, "no answer within 0.2 s"), await sink.DeliverAsync(Question(), default));
        never.SetResult();
    }

    [Fact]
    public async Task Deliver_NobodyListens_SaysSo()
    {
        Uri address;
        using (var receiver = Receiver.Of(200))
        {
            address = receiver.Address;
        }

        var answer = await Sink(address).DeliverAsync(Question(), default);
        Assert.False(answer.Delivered);
        Assert.Contains("127.0.0.1", answer.Status, StringComparison.Ordinal);
    }

    public void Dispose() => _http.Dispose();

    private static KeptNotice Kept(string key) => new(key, At, 3, new("p", "warn", "approval needed: é 漢", "why\n\nBefore: a", "approval-p-1")
    {
        Kind = Optimizer.Domain.Notices.NoticeKind.ApprovalAsked,
        Request = new()
        {
            Id = "p-1",
            Play = "p",
            Title = "t",
            Action = ActionKind.StartExperiment,
            Class = ChangeClass.Copy,
            Before = "a",
            After = "b",
            PayloadHash = "h1",
            Reasons = ["why"],
            RequestedBy = "loop",
            Seat = Seat.Manager,
            AskedAt = At,
            ExpiresAt = At.AddHours(4),
            OnTimeout = TimeoutAction.Reject,
        },
    });

    private static Parcel Question() => new()
    {
        Number = 1,
        Key = "ops/p-1/asked",
        Sink = "ops",
        IsDigest = false,
        Notices = [Kept("p-1/asked")],
        Due = At,
        NextTry = At,
        State = ParcelState.Waiting,
        Why = "",
    };

    private WebhookSink Sink(Uri address) => new("ops", address, "secret", _http, new Stopped(At), new("https://cockpit.example/x/"));

    /// <summary>A clock whose timers are real: patience must end.</summary>
    private sealed class Stopped(DateTimeOffset at) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => at;
    }
}
