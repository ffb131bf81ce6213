using Optimizer.Crash.Tests.Dying;
using Optimizer.Crash.Worker.Kills;

namespace Optimizer.Crash.Tests.Kills;

public class KillTests
{
    // The long form is the worker's own command: kill --times 200.
    [Fact]
    [Trait("Behaviour", "74")]
    [Trait("Behaviour", "79")]
    public async Task Process_KilledUnderLoad_LosesAndDoublesNothing()
    {
        var folder = Temporary.Folder();

        var counts = await new KillRun(folder.FullName, times: 8, seed: 8).RunAsync(_ => { });

        Assert.Empty(counts.Faults);
        Assert.Equal((8, 0, 0), (counts.Kills, counts.Lost, counts.Doubled));
        Assert.InRange(counts.StartsAcknowledged, 20, int.MaxValue);
        Assert.Equal(counts.StartsAcknowledged, counts.Finished);
        folder.Delete(recursive: true);
    }
}
