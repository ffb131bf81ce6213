using Optimizer.Embedded.Inspection;
using Optimizer.Standalone.Engine;
using Optimizer.Workflows;
using Optimizer.Workflows.Instances;

namespace Optimizer.Tests.Standalone.Engine;

public class ShowPageTests
{
    private static readonly DateTimeOffset Now = MadeUp.Start.AddHours(2);

    [Fact]
    public void Write_RunningPlay_ShowsEverythingOfIt() => Assert.Equal(
        """
        play-newsletter
          workflow     Play v2
          state        running
          created      2026-11-20 08:00:00Z (2 h ago)
          last step    2026-11-20 09:59:00Z (1 min ago)
          generation   3
          parent       portfolio
          tags         team=growth, tier=gold
          waits for
            signal 'approve' until 2026-11-20 11:00:00Z (in 1 h), since 2026-11-20 09:59:00Z (1 min ago)
          kept for its next step
            signal 'note' {"text":"hello"}, since 2026-11-20 09:59:30Z (30 s ago)
          children
            experiment-7 (Experiment) running, last step 2 h ago
          input
            {
              "slug": "newsletter",
              "week": 12
            }
          status
            "waiting"
        """,
        Page(new(
            MadeUp.Status() with
            {
                Version = 2,
                Generation = 3,
                ParentId = "portfolio",
                Tags = new Dictionary<string, string> { ["tier"] = "gold", ["team"] = "growth" },
                UpdatedAt = Now.AddMinutes(-1),
                Status = Payload.Of("waiting"),
            },
            [new(AwaitedKind.Signal, 4, Now.AddMinutes(-1)) { Name = "approve", Due = Now.AddHours(1) }],
            [new() { At = Now.AddSeconds(-30), Turn = 0, Kind = HistoryKind.Kept, Name = "note", Payload = Payload.Of(new { text = "hello" }) }],
            [MadeUp.Status("experiment-7") with { Workflow = "Experiment" }])));

    [Fact]
    public void Write_Failed_ShowsTheChainOfCauses()
    {
        var failure = new Failure(
            "Optimizer.Workflows.StepFailedException", "'charge' failed: 503", "   at Play()", new("System.Net.Http.HttpRequestException", "503\nretry later", "   at Charge()"),
            new Dictionary<string, string> { ["order"] = "17" });
        var report = new InstanceReport(MadeUp.Status(state: RunState.Failed) with { Failure = failure }, [], [], []);

        Assert.Contains(
            """
              failure
                Optimizer.Workflows.StepFailedException: 'charge' failed: 503
                  order = 17
                  caused by System.Net.Http.HttpRequestException: 503
                    retry later
                where it was thrown: --full
            """,
            Page(report), StringComparison.Ordinal);
        Assert.Contains("at Charge()", Page(report, full: true), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_LongValue_IsCutWithANoteAndWholeWhenFull()
    {
        var report = new InstanceReport(MadeUp.Status() with { Input = Payload.Of(Enumerable.Range(1000, 200)) }, [], [], []);

        Assert.Contains("    … 182 more lines: --full", Page(report), StringComparison.Ordinal);
        Assert.DoesNotContain("1199", Page(report), StringComparison.Ordinal);
        Assert.Contains("1199", Page(report, full: true), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_ManyOpenSteps_AreCutWithANote()
    {
        var awaited = Enumerable.Range(0, 1000).Select(step => new AwaitedStep(AwaitedKind.Activity, step, Now) { Name = "send" });

        Assert.Contains("    and 990 more: --full", Page(new(MadeUp.Status(), [.. awaited], [], [])), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_DamagedHistory_ShowsTheRest() => Assert.Contains(
        "  history\n    cannot be read: record 7 is broken\n  input\n",
        Page(new(MadeUp.Status(), [], [], [], "record 7 is broken")), StringComparison.Ordinal);

    [Fact]
    public void Write_TextThatSteersTerminals_IsShownAsCodes()
    {
        const string Evil = "\u001b[2J[red]\u202e\r\n\u009b";
        var status = MadeUp.Status(Evil, RunState.Parked) with
        {
            Workflow = Evil,
            Reason = Evil,
            ParentId = Evil,
            Tags = new Dictionary<string, string> { [Evil] = Evil },
            Failure = new(Evil, Evil, Evil, new(Evil, Evil), new Dictionary<string, string> { [Evil] = Evil }),
            Input = Payload.Of(Evil),
            Status = new(System.Text.Encoding.UTF8.GetBytes(Evil)),
            Output = Payload.Of(new Dictionary<string, string> { [Evil] = Evil }),
        };
        var report = new InstanceReport(
            status, [new(AwaitedKind.Child, 0, Now) { Name = Evil, ChildId = Evil }],
            [new() { At = Now, Turn = 0, Kind = HistoryKind.Kept, Name = Evil, Payload = Payload.Of(Evil) }], [status], Evil);

        Assert.All([Page(report), Page(report, full: true)], Harmless.Check);
    }

    private static string Page(InstanceReport report, bool full = false) => Written.By(console => new ShowPage(console, Now, full).Write(report));
}
