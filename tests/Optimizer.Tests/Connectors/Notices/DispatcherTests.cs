using Optimizer.Domain.Notices;
using Optimizer.Workflows.Notices;
using static Optimizer.Tests.Connectors.Notices.Desk;

namespace Optimizer.Tests.Connectors.Notices;

public class DispatcherTests
{
    private static readonly SinkAnswer Refusal = new(false, "503 Service Unavailable");

    [Fact]
    public async Task Pass_NoticeToldTwice_ReachesEverySinkOnce()
    {
        var (one, other) = (new TakingSink("one"), new TakingSink("other"));
        using var desk = new Desk((one, Machine), (other, Machine));
        await desk.TellAsync(Question("p", "a", "approval-1"));
        await desk.TellAsync(Question("p", "a", "approval-1"));
        await desk.PassAsync();

        Assert.Equal(["a"], one.Subjects);
        Assert.Equal(["a"], other.Subjects);
        Assert.Equal("one/a", one.Taken[0].Key);
        Assert.All(await desk.LogAsync(), parcel => Assert.Equal((ParcelState.Delivered, "taken"), (parcel.State, Assert.Single(parcel.Attempts).Status)));
    }

    [Fact]
    public async Task Pass_NextWordOnTheSameObject_HasTheNextVersion()
    {
        var sink = new TakingSink("one");
        using var desk = new Desk((sink, Machine));
        await desk.TellAsync(Question("p", "asked", "approval-1"));
        await desk.TellAsync(Question("p", "other", "approval-2"));
        await desk.TellAsync(Question("p", "reminded", "approval-1"));
        await desk.PassAsync();

        Assert.Equal([("asked", 1), ("other", 1), ("reminded", 2)], sink.Taken.Select(parcel => (parcel.Notices[0].Notice.Subject, parcel.Notices[0].Version)));
    }

    [Fact]
    public async Task Pass_SinkRefusesOnePlay_ItsLaterNoticesWaitAndOthersGo()
    {
        var refuses = true;
        var sink = new TakingSink("one", parcel => refuses && parcel.Notices[0].Notice.Subject == "p1" ? Refusal : new(true, "taken"));
        using var desk = new Desk((sink, Machine));
        foreach (var subject in new[] { "p1", "q1", "p2", "q2" })
        {
            await desk.TellAsync(Question(subject[..1], subject, subject));
        }

        await desk.PassAsync();
        Assert.Equal(["q1", "q2"], sink.Subjects.Order());

        refuses = false;
        await desk.PassAsync();
        Assert.Equal(2, sink.Taken.Count);

        desk.Clock.Now += TimeSpan.FromSeconds(10);
        await desk.PassAsync();
        Assert.Equal(["q1", "q2", "p1", "p2"], sink.Subjects);
    }

    [Fact]
    [Trait("Req", "S0-053")]
    public async Task Pass_RefusedForDays_IsGivenUpSaidAndTheNextGoesOn()
    {
        var refuses = true;
        var (ops, people) = (new TakingSink("ops", _ => refuses ? Refusal : new(true, "taken")), new TakingSink("people"));
        using var desk = new Desk((ops, Machine), (people, Machine));
        await desk.TellAsync(Question("p", "first", "a"));
        for (var hour = 0; hour < 24 * 4; hour++)
        {
            await desk.PassAsync();
            desk.Clock.Now += TimeSpan.FromHours(1);
        }

        var given = Assert.Single(await desk.LogAsync(failed: true));
        Assert.Equal((ParcelState.GivenUp, "ops"), (given.State, given.Sink));
        Assert.InRange(given.Attempts[^1].At - given.Due, desk.Plan.GiveUpAfter - TimeSpan.FromHours(2.5), desk.Plan.GiveUpAfter);
        var said = people.Taken[^1].Notices[0].Notice;
        Assert.Equal((NoticeKind.SinkGaveUp, "sink-ops"), (said.Kind, said.About));
        Assert.Contains("503 Service Unavailable", said.Text, StringComparison.Ordinal);

        refuses = false;
        await desk.TellAsync(Question("p", "second", "b"));
        await desk.PassAsync();
        Assert.Equal(["second"], ops.Subjects);

        var again = await desk.Store.ReplayAsync(given.Number, desk.Clock.Now, default);
        await desk.PassAsync();
        Assert.Equal(["second", "first"], ops.Subjects);
        Assert.Equal((given.Key, given.Number), (ops.Taken[^1].Key, again!.ReplayOf));
    }

    [Fact]
    [Trait("Req", "S1-070")]
    [Trait("Req", "S1-047")]
    public async Task Pass_HeldNotices_GoOutAsOneDigestAtItsTime()
    {
        var sink = new TakingSink("people");
        using var desk = new Desk((sink, new() { Digest = [new(14, 0), new(18, 0)] }));
        await desk.TellAsync(Suggestion("p", "a", "suggestion-1"));
        await desk.TellAsync(Suggestion("q", "b", "suggestion-2"));
        desk.Clock.Now = HandClock.Start.AddHours(4).AddSeconds(-1);
        await desk.PassAsync();
        Assert.Empty(sink.Taken);
        Assert.Equal(HandClock.Start.AddHours(4), await desk.Store.NextAsync("people", default));

        desk.Clock.Now = HandClock.Start.AddHours(4);
        await desk.PassAsync();
        Assert.Equal(["a", "b"], Assert.Single(sink.Taken).Notices.Select(kept => kept.Notice.Subject));

        // An empty cycle sends nothing.
        desk.Clock.Now = HandClock.Start.AddDays(2);
        await desk.PassAsync();
        Assert.Single(sink.Taken);
        Assert.Null(await desk.Store.NextAsync("people", default));
    }

    [Fact]
    public async Task Pass_HeldObjectThatChanged_IsToldOnceAsItIs()
    {
        var sink = new TakingSink("people");
        using var desk = new Desk((sink, new()));
        await desk.TellAsync(Suggestion("p", "first word", "suggestion-1"));
        await desk.TellAsync(Suggestion("p", "last word", "suggestion-1"));
        desk.Clock.Now += TimeSpan.FromHours(3);
        await desk.PassAsync();
        Assert.Equal(["last word"], sink.Subjects);

        await desk.TellAsync(Suggestion("p", "held", "suggestion-2"));
        await desk.TellAsync(new("p", "high", "urgent", "", "suggestion-2") { Kind = NoticeKind.ReviewNeeded });
        desk.Clock.Now += TimeSpan.FromDays(1);
        await desk.PassAsync();
        Assert.Equal(["last word", "urgent"], sink.Subjects);
        Assert.Single(await desk.LogAsync(), parcel => parcel.State == ParcelState.Replaced);
    }

    [Fact]
    public async Task Pass_DigestRefused_KeepsItsContentAndStandsBeforeLaterNoticesOfItsPlays()
    {
        var refuses = true;
        var sink = new TakingSink("people", parcel => refuses && parcel.IsDigest ? Refusal : new(true, "taken"));
        using var desk = new Desk((sink, new()));
        await desk.TellAsync(Suggestion("p", "p held", "suggestion-1"));
        await desk.TellAsync(Suggestion("q", "q held", "suggestion-2"));
        desk.Clock.Now += TimeSpan.FromHours(2);
        await desk.PassAsync();
        await desk.TellAsync(Question("p", "p now", "approval-1"));
        await desk.TellAsync(Question("r", "r now", "approval-2"));
        await desk.TellAsync(Suggestion("q", "q later", "suggestion-2"));
        await desk.PassAsync();
        Assert.Equal(["r now"], sink.Subjects);

        refuses = false;
        desk.Clock.Now += TimeSpan.FromMinutes(1);
        await desk.PassAsync();
        Assert.Equal(["r now", "p held", "q held", "p now"], sink.Subjects);
    }

    [Fact]
    public async Task Pass_SinkThrows_IsAFailedAttemptWithItsReason()
    {
        var sink = new TakingSink("one", _ => throw new InvalidOperationException("out of\npaper"));
        using var desk = new Desk((sink, Machine));
        await desk.TellAsync(Question("p", "a", "b"));
        await desk.PassAsync();

        Assert.Equal("out of paper", Assert.Single(Assert.Single(await desk.LogAsync(failed: true)).Attempts).Status);
    }

    [Fact]
    public async Task Pass_SinkAsksToWait_WaitsSoLong()
    {
        var (tries, clock) = (0, (HandClock?)null);
        var sink = new TakingSink("one", _ => tries++ == 0 ? new(false, "429 Too Many Requests", clock!.Now.AddMinutes(7)) : new(true, "taken"));
        using var desk = new Desk((sink, Machine));
        clock = desk.Clock;
        await desk.TellAsync(Question("p", "a", "b"));
        await desk.PassAsync();
        desk.Clock.Now += TimeSpan.FromMinutes(7) - TimeSpan.FromTicks(1);
        await desk.PassAsync();
        Assert.Equal(1, tries);

        desk.Clock.Now += TimeSpan.FromTicks(1);
        await desk.PassAsync();
        Assert.Equal(["a"], sink.Subjects);
    }

    [Fact]
    public async Task Notify_SeverityThatIsNone_IsRefusedByItsName()
    {
        using var desk = new Desk((new TakingSink("one"), Machine));

        Assert.Contains("'loud'", (await Assert.ThrowsAsync<ArgumentException>(() => desk.TellAsync(new("p", "loud", "s", "", "a")))).Message, StringComparison.Ordinal);
        Assert.Empty(await desk.LogAsync());
    }
}
