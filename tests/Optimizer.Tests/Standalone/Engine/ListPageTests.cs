using Optimizer.Embedded.Inspection;
using Optimizer.Standalone.Engine;
using Optimizer.Workflows;
using Optimizer.Workflows.Instances;

namespace Optimizer.Tests.Standalone.Engine;

public class ListPageTests
{
    private static readonly DateTimeOffset Now = MadeUp.Start.AddDays(1).AddHours(2);

    [Fact]
    public void Write_Instances_AreOneARow() => Assert.Equal(
        """

          id                workflow     state       gen   created      last step                    waits for, or why
        ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
          play-newsletter   Play v2      running       1   2026-11-20   3 s ago  09:59:57Z           signal approve (until in 1 h), fetch-kpi
                                                                                                     (attempt 2) and 1 more
          approval-1        Approval     parked        1   2026-11-20   1 d ago  2026-11-20 08:00Z   optimizer.unknown-workflow: no 'Approval' of
                                                                                                     version 3
          experiment-7      Experiment   suspended     1   2026-11-20   1 d ago  2026-11-20 08:00Z   by a person: holidays
          report-week-46    Report       completed     1   2026-11-20   1 d ago  2026-11-20 08:00Z


        More follow: add --after 17
        """,
        Page(new([
            new(Of("play-newsletter", "Play", RunState.Running) with { Version = 2, UpdatedAt = Now.AddSeconds(-3) }, [
                new(AwaitedKind.Signal, 4, Now) { Name = "approve", Due = Now.AddHours(1) },
                new(AwaitedKind.Activity, 5, Now) { Name = "fetch-kpi", Attempt = 2 },
                new(AwaitedKind.Time, 6, Now) { Due = Now.AddMinutes(5) },
            ]),
            new(Of("approval-1", "Approval", RunState.Parked) with { Failure = new(FailureTypes.UnknownWorkflow, "no 'Approval' of version 3") }, []),
            new(Of("experiment-7", "Experiment", RunState.Suspended) with { Reason = "holidays" }, []),
            new(Of("report-week-46", "Report", RunState.Completed), []),
        ], "17")));

    [Fact]
    public void Write_NarrowConsole_LeavesOutWhatThePageOfTheInstanceSays()
    {
        var page = Written.By(console =>
        {
            console.Profile.Width = 80;
            ListPage.Write(console, new([new(Of("play-newsletter", "Play", RunState.Pending), [])], null), filtered: false, Now);
        });

        Assert.Matches("^ *\n  id +workflow +state +last step +waits for, or why\n─+\n  play-newsletter +Play +pending +1 d ago +its start$", page);
    }

    [Theory]
    [InlineData(false, "No instances yet.")]
    [InlineData(true, "No instance is as asked for.")]
    public void Write_None_SaysSo(bool filtered, string expected) =>
        Assert.Equal(expected, Written.By(console => ListPage.Write(console, new([], null), filtered, Now)));

    [Fact]
    public void Write_DamagedHistory_SaysSo() => Assert.Contains(
        "its history cannot be read: record 7",
        Page(new([new(Of("a", "Play", RunState.Running), [], "record 7")], null)), StringComparison.Ordinal);

    [Fact]
    public void Write_TextThatSteersTerminals_IsShownAsCodes()
    {
        const string Evil = "\u001b[2J[red]\u202e\n";

        Harmless.Check(Page(new([
            new(Of(Evil, Evil, RunState.Running), [new(AwaitedKind.Signal, 0, Now) { Name = Evil }]),
            new(Of(Evil, Evil, RunState.Failed) with { Failure = new(Evil, Evil) }, []),
            new(Of(Evil, Evil, RunState.Suspended) with { Reason = Evil }, []),
            new(Of(Evil, Evil, RunState.Running), [], Evil),
        ], Evil)));
    }

    private static InstanceStatus Of(string id, string workflow, RunState state) => MadeUp.Status(id, state) with { Workflow = workflow };

    private static string Page(ListedPage page) => Written.By(console => ListPage.Write(console, page, filtered: false, Now));
}
