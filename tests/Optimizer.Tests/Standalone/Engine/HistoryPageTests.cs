using Optimizer.Embedded.Inspection;
using Optimizer.Standalone.Engine;
using Optimizer.Workflows;
using Optimizer.Workflows.Instances;

namespace Optimizer.Tests.Standalone.Engine;

public class HistoryPageTests
{
    private static readonly Failure Refused = new(
        "System.Net.Http.HttpRequestException", "503 Service Unavailable", "   at Charge()\n   at Run()",
        new("System.Net.Sockets.SocketException", "Connection refused"));

    [Fact]
    public void Write_RunningPlay_TellsItTurnByTurn() => Assert.Equal(
        """
        play-newsletter  Play  running  created 2026-11-20 08:00:00Z (2 h 13 min ago)

        turn 1  2026-11-20 08:00:00.000Z
          ▸ began with {"slug":"newsletter","week":12}
          → #0 fetch-kpi({"kpi":"signups","days":56})
        turn 2  08:00:00.131Z  +131 ms
          ← #0 fetch-kpi: {"value":123.5,"day":"2026-11-19"}  after 131 ms
          → #1 charge({"amount":4900,"currency":"EUR"})
          = status {"stage":"charging"}
        turn 3  08:00:02.231Z  +2.1 s
          ✗ #1 charge: HttpRequestException: 503 Service Unavailable (caused by SocketException: Connection refused)  after 2.1 s
          → #2 wait until 2026-11-20 08:00:12Z (10 s)  as charge failed
        turn 4  08:00:12.233Z  +10 s
          ← #2 the time came
          → #3 charge({"amount":4900,"currency":"EUR"})  attempt 2
        turn 5  08:00:12.636Z  +403 ms
          ← #3 charge: {"id":"ch_1"}  after 403 ms
          → #4 wait for signal 'approve' until 2026-11-22 08:00:12Z (2 d)
          → #5 run Experiment as experiment-7({"variants":["a","b"]})
        turn 6  10:10:12.636Z  +2 h 10 min
          ← signal 'approve': {"by":"ann"}
          → #6 wait until 2026-11-20 11:10:12Z (1 h)
          → #7 notify()
        between  10:10:12.736Z  +100 ms
          ! #7 notify was begun; it must not be repeated

        now: running, last step 2026-11-20 10:11:17Z (2 min ago)
        waits for:
          - #5 child experiment-7 (Experiment) to end, since 2026-11-20 08:00:12Z (2 h 13 min ago)
          - #6 2026-11-20 11:10:12Z (in 56 min 54 s), since 2026-11-20 10:10:12Z (3 min 5 s ago)
          - #7 activity notify to answer, begun and not to be repeated, since 2026-11-20 10:10:12Z (3 min 5 s ago)
        kept for its next turn:
          - signal 'note' {"text":"hello"}, since 2026-11-20 10:11:17Z (2 min ago)
        """,
        Page(Play()));

    [Fact]
    public void Write_LastTurns_LeavesOutThoseBefore()
    {
        var page = Page(Play(), last: 2);

        Assert.Contains("… 4 turns before\nturn 5  2026-11-20 08:00:12.636Z  +403 ms\n  ← #3 charge: {\"id\":\"ch_1\"}  after 403 ms\n", page, StringComparison.Ordinal);
        Assert.DoesNotContain("turn 4", page, StringComparison.Ordinal);
        Assert.DoesNotContain("fetch-kpi", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_MoreLastTurnsThanThereAre_ShowsAll() => Assert.Equal(Page(Play()), Page(Play(), last: 99));

    [Fact]
    public void Write_Full_ShowsFailuresWithTheirCausesAndPlaces() => Assert.Contains(
        """
          ✗ #1 charge: HttpRequestException: 503 Service Unavailable (caused by SocketException: Connection refused)  after 2.1 s
              System.Net.Http.HttpRequestException: 503 Service Unavailable
                at Charge()
                at Run()
                caused by System.Net.Sockets.SocketException: Connection refused
        """,
        Page(Play(), full: true), StringComparison.Ordinal);

    [Fact]
    public void Write_LongPayload_IsCutToTheLineAndWholeWhenFull()
    {
        var told = new MadeUp().Turn().Call("send", new { text = new string('x', 500) });

        Assert.All(Page(told).Split('\n'), line => Assert.True(line.Length <= 140, line));
        Assert.Contains("xxx…)", Page(told), StringComparison.Ordinal);
        Assert.Contains($"  → #0 send(…)\n      {{\n        \"text\": \"{new string('x', 500)}\"\n      }}\n", Page(told, full: true), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_WideFanOut_ShowsTheFirstFewAndACount()
    {
        var told = new MadeUp().Turn();
        foreach (var recipient in Enumerable.Range(0, 1000))
        {
            told.Call("send", new { to = recipient });
        }

        told.Turn(1);
        foreach (var step in Enumerable.Range(0, 1000))
        {
            told.Answer(step, new { ok = true });
        }

        Assert.Contains(
            """
            turn 1  2026-11-20 08:00:00.000Z
              → #0 send({"to":0})
              → #1 send({"to":1})
              → #2 send({"to":2})
              → … 997 more like these: --full
            turn 2  08:00:01.000Z  +1 s
              ← #0 send: {"ok":true}  after 1 s
            """,
            Page(told), StringComparison.Ordinal);
        Assert.Contains("  → #500 send({\"to\":500})\n", Page(told, full: true), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_TimerThatCameLate_SaysHowLate() => Assert.Contains(
        "  ← #0 no signal 'approve' in time  2 h late\n",
        Page(new MadeUp().Turn().Wait("approve", 60).Turn(7260).Fired(0).Sleep(1)), StringComparison.Ordinal);

    [Theory]
    [InlineData(RunState.Completed, "now: completed 2026-11-20 08:00:05Z (2 min ago)")]
    [InlineData(RunState.Terminated, "now: terminated by a person 2026-11-20 08:00:05Z (2 min ago): over")]
    [InlineData(RunState.Suspended, "now: suspended by a person 2026-11-20 08:00:05Z (2 min ago): over; what comes is kept until it is resumed")]
    [InlineData(RunState.Pending, "now: pending, no turn taken yet")]
    public void Write_OtherStates_SaysWhereItStands(RunState state, string expected)
    {
        var status = MadeUp.Status(state: state) with { Reason = state is RunState.Terminated or RunState.Suspended ? "over" : null };

        Assert.Contains(expected, Page(new MadeUp().Turn(5).Call("charge", new { }), status: status).Split('\n'));
    }

    [Fact]
    public void Write_Parked_SaysWhyAndWhatToDo() => Assert.Contains(
        "now: parked by the engine 2026-11-20 08:00:05Z (2 min ago): optimizer.nondeterministic: its history says activity 'charge' (step 0), its code asked for activity 'refund' (step 0); nothing is lost, mend the cause and resume it",
        Page(
            new MadeUp().Turn(5).Call("charge", new { }),
            status: MadeUp.Status(state: RunState.Parked) with
            {
                Failure = new("optimizer.nondeterministic", "its history says activity 'charge' (step 0), its code asked for activity 'refund' (step 0)"),
            }).Replace("\n", " ", StringComparison.Ordinal), StringComparison.Ordinal);

    [Fact]
    public void Write_Endings_AreTold()
    {
        Assert.Contains("  ✓ returned {\"weeks\":3}\n", Page(new MadeUp().Turn().Ended(HistoryKind.Completed, new { weeks = 3 })), StringComparison.Ordinal);
        Assert.Contains("  ✗ failed: HttpRequestException: 503", Page(new MadeUp().Turn().Ended(HistoryKind.Failed, failure: Refused)), StringComparison.Ordinal);
        Assert.Contains("  ↻ continued as new with {\"week\":13}\n", Page(new MadeUp().Turn().Ended(HistoryKind.ContinuedAsNew, new { week = 13 })), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_LaterGeneration_SaysThatFormerOnesAreGone() => Assert.Contains(
        "generation 3; the history of those before is not kept\n", Page(Play(), status: MadeUp.Status() with { Generation = 3 }), StringComparison.Ordinal);

    [Fact]
    public void Write_NoTurnYet_ShowsTheInputAndWhatIsKept()
    {
        var page = Page(new MadeUp().Began(new { week = 1 }).Kept("go", new { }, 1), status: MadeUp.Status(state: RunState.Pending));

        Assert.Contains("  ▸ began with {\"week\":1}\n", page, StringComparison.Ordinal);
        Assert.Contains("kept for its next turn:\n  - signal 'go', since", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_TextThatSteersTerminals_IsShownAsCodes()
    {
        const string Evil = "\u001b]0;owned\u0007[red]x[/]\u202egpj\r\n\u009b31m";
        var failure = new Failure(Evil, Evil, Evil, new(Evil, Evil), new Dictionary<string, string> { [Evil] = Evil });
        var told = new MadeUp().Began(Evil).Turn()
            .Call(Evil, Evil).Run(Evil, Evil, Evil).Wait(Evil).Shows(Evil).Call("x", Evil)
            .Turn().Fail(0, failure).ChildFail(1, failure).Signalled(Evil, Evil).Ended(HistoryKind.Failed, failure: failure).Kept(Evil, Evil, 1);
        var status = MadeUp.Status(id: Evil, state: RunState.Parked) with { Workflow = Evil, Failure = failure, Reason = Evil };

        Assert.All([Page(told, status: status), Page(told, full: true, status: status)], Harmless.Check);
    }

    private static MadeUp Play() => new MadeUp()
        .Began(new { slug = "newsletter", week = 12 })
        .Turn().Call("fetch-kpi", new { kpi = "signups", days = 56 })
        .Turn(0.131).Answer(0, new { value = 123.5, day = "2026-11-19" }).Call("charge", new { amount = 4900, currency = "EUR" }).Shows(new { stage = "charging" })
        .Turn(2.1).Fail(1, Refused).Sleep(10)
        .Turn(10.002).Fired(2).Call("charge", new { amount = 4900, currency = "EUR" }, attempt: 2)
        .Turn(0.403).Answer(3, new { id = "ch_1" }).Wait("approve", 2 * 86_400).Run("Experiment", "experiment-7", new { variants = new[] { "a", "b" } })
        .Turn(7800).Signalled("approve", new { by = "ann" }).Sleep(3600).Call("notify", new { })
        .Begun(7, 0.1)
        .Kept("note", new { text = "hello" }, 65);

    private static string Page(MadeUp told, bool full = false, int? last = null, InstanceStatus? status = null) => Written.By(console =>
        new HistoryPage(console, told.Now.AddMinutes(2), full, last).Write(told.History(status)));
}
