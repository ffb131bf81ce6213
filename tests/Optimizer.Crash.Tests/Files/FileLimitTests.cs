using System.Diagnostics;
using System.Globalization;
using Optimizer.Crash.Tests.Dying;
using Optimizer.Crash.Worker.Journals;
using Optimizer.Crash.Worker.Kills;
using Optimizer.Crash.Worker.Running;

namespace Optimizer.Crash.Tests.Files;

public class FileLimitTests
{
    /// <summary>A process whose files may not grow: the system itself refuses its writes, and then does not any more.</summary>
    [LimitFact]
    [Trait("Behaviour", "82")]
    public async Task Process_FilesThatMayNotGrow_SaysSoAndGoesOnWhenTheyMay()
    {
        var folder = Temporary.Folder();
        // Blocks of 512 bytes; the soft limit alone, so that it may be raised again. The signal would end the process.
        await using var worker = WorkerProcess.Start(folder.FullName, [], "trap '' XFSZ; ulimit -S -f 1024");
        Assert.NotNull(await worker.LineAsync(WorkerLine.Opened));

        Assert.NotNull(await worker.LineAsync(WorkerLine.Problem));
        await RaiseLimitAsync(worker.Id);
        Assert.NotNull(await worker.LineAsync(WorkerLine.Well));

        Assert.Null(await worker.KillAsync());
        await using var last = WorkerProcess.Start(folder.FullName, ["--drain"]);
        Assert.Equal((0, ""), await last.EndAsync());
        var counts = await new Verification(new WorkerFolder(folder.FullName)).RunAsync(1, 0, []);
        Assert.Empty(counts.Faults);
        Assert.InRange(counts.StartsAcknowledged, 1, int.MaxValue);
        folder.Delete(recursive: true);
    }

    private static async Task RaiseLimitAsync(int process)
    {
        using var prlimit = Process.Start("prlimit", ["--fsize=unlimited", "--pid", process.ToString(CultureInfo.InvariantCulture)]);
        await prlimit.WaitForExitAsync();
        Assert.Equal(0, prlimit.ExitCode);
    }
}
