using System.Globalization;
using Optimizer.Crash.Tests.Dying;
using Optimizer.Crash.Worker.Journals;
using Optimizer.Crash.Worker.Kills;
using Optimizer.Crash.Worker.Running;
using Optimizer.Embedded;
using Optimizer.Workflows;

namespace Optimizer.Crash.Tests.Kills;

public class SecondProcessTests
{
    [Fact]
    [Trait("Behaviour", "84")]
    public async Task OpenAsync_FileOfAProcessThatRuns_IsRefusedUntilThatDies()
    {
        var folder = Temporary.Folder();
        await using var first = WorkerProcess.Start(folder.FullName, []);
        Assert.NotNull(await first.LineAsync(WorkerLine.Opened));

        await using var second = WorkerProcess.Start(folder.FullName, []);
        var (code, words) = await second.EndAsync();
        var refused = await Assert.ThrowsAsync<EngineFileException>(() => OpenAsync(folder.FullName));

        Assert.Equal(6, code);
        Assert.Contains("in use", words, StringComparison.Ordinal);
        Assert.Contains(first.Id.ToString(CultureInfo.InvariantCulture), words, StringComparison.Ordinal);
        Assert.Contains(first.Id.ToString(CultureInfo.InvariantCulture), refused.Message, StringComparison.Ordinal);
        Assert.Null(await first.KillAsync());
        await using var third = WorkerProcess.Start(folder.FullName, ["--drain"]);
        Assert.Equal((0, ""), await third.EndAsync());
        Assert.Empty((await new Verification(new WorkerFolder(folder.FullName)).RunAsync(1, 0, [])).Faults);
        folder.Delete(recursive: true);
    }

    private static async Task OpenAsync(string folder)
    {
        await using var engine = await EmbeddedEngine.OpenAsync(
            new EngineOptions { File = new WorkerFolder(folder).Database }, new WorkflowRegistry(), TimeProvider.System);
    }
}
