using Optimizer.Embedded;
using Optimizer.Embedded.Inspection;
using Optimizer.Tests.Standalone.Engine;
using Optimizer.Workflows;
using Optimizer.Workflows.Instances;

namespace Optimizer.Tests.Embedded.Inspection;

/// <summary>An engine to look at that never was: it answers with what it was asked, or as a test says.</summary>
internal sealed class FakeView : IEngineView
{
    public static readonly InstanceStatus Whole = MadeUp.Status("a/ü'\"\u0001\ud83d\ude00") with
    {
        Failure = new("T", "m\r\n", "s", new("U", "n"), new Dictionary<string, string> { ["k"] = "v" }, CanRetry: false),
        Tags = new Dictionary<string, string> { ["t"] = "1" },
        Status = Payload.Of("line\nbreak"),
        Output = new("{ \"odd\" :\n[1.0] }"u8.ToArray()),
        ParentId = "p",
        Reason = "r",
    };

    public string File { get; } = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public Func<CancellationToken, Task> Answering { get; init; } = _ => Task.CompletedTask;

    public InstanceQuery? Asked { get; private set; }

    public string? BackedUp { get; private set; }

    public async Task<ListedPage> ListAsync(InstanceQuery query, CancellationToken cancellationToken = default)
    {
        await Answering(cancellationToken);
        Asked = query;
        return new([new(Whole, [new(AwaitedKind.Signal, 3, MadeUp.Start) { Name = "s", Due = MadeUp.Start.AddTicks(1) }])], "next");
    }

    public async Task<InstanceStatus?> StatusAsync(string instanceId, CancellationToken cancellationToken = default)
    {
        await Answering(cancellationToken);
        return instanceId == Whole.InstanceId ? Whole : null;
    }

    public async Task<InstanceHistory?> HistoryAsync(string instanceId, CancellationToken cancellationToken = default)
    {
        await Answering(cancellationToken);
        return instanceId == Whole.InstanceId ? new MadeUp().Began(1).Turn().Call("a", new { x = "\n" }).Turn().Fail(0, Whole.Failure!).Sleep(5).History(Whole) : null;
    }

    public async Task<IReadOnlyList<InstanceStatus>> ChildrenAsync(string instanceId, CancellationToken cancellationToken = default)
    {
        await Answering(cancellationToken);
        return [Whole];
    }

    public async Task<EngineHealth?> HealthAsync(CancellationToken cancellationToken = default)
    {
        await Answering(cancellationToken);
        return new()
        {
            At = MadeUp.Start,
            OpenedAt = MadeUp.Start,
            HeartbeatAt = MadeUp.Start,
            Live = 1,
            Cached = 2,
            TurnsQueued = 3,
            ActivitiesRunning = 4,
            ActivitiesQueued = 5,
            ChangesQueued = 6,
            Timers = 7,
            NextDue = null,
            Parked = 8,
            StoreProblem = "full",
        };
    }

    public async Task BackupAsync(string file, CancellationToken cancellationToken = default)
    {
        await Answering(cancellationToken);
        BackedUp = file;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
