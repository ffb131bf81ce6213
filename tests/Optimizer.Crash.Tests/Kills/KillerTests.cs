using System.Globalization;
using Optimizer.Crash.Tests.Dying;
using Optimizer.Crash.Worker.Journals;
using Optimizer.Crash.Worker.Kills;
using Optimizer.Crash.Worker.Running;

namespace Optimizer.Crash.Tests.Kills;

public class KillerTests
{
    private const int Orders = 20;

    // What kill -9 is to a shell.
    private const int Killed = 137;

    [Fact]
    [Trait("Behaviour", "81")]
    public async Task Process_WorkflowThatKillsIt_IsParkedAndTheOthersFinish()
    {
        var folder = Temporary.Folder();
        var codes = new List<int>();
        string? parked = null;
        while (codes.LastOrDefault(-1) != 0 && codes.Count < 12)
        {
            await using var worker = WorkerProcess.Start(folder.FullName, ["--killer", "--orders", Orders.ToString(CultureInfo.InvariantCulture)]);
            parked = await worker.LineAsync(WorkerLine.Parked);
            codes.Add((await worker.EndAsync()).Code);
        }

        // In the life that began it and in as many as the options allow, then never again.
        Assert.Equal([.. Enumerable.Repeat(Killed, 1 + new RunOptions { Folder = "", Killer = true }.MaxAttempts), 0], codes);
        Assert.StartsWith(WorkerLine.Parked, parked, StringComparison.Ordinal);
        var counts = await new Verification(new WorkerFolder(folder.FullName)).RunAsync(codes.Count - 1, 0, []);
        Assert.Empty(counts.Faults);
        Assert.Equal((Orders, Orders), (counts.StartsAcknowledged, counts.Finished));
        folder.Delete(recursive: true);
    }
}
