using System.Text;
using Optimizer.Embedded;
using Optimizer.Embedded.Inspection;
using Optimizer.Embedded.Storage;
using Optimizer.Tests.Standalone.Engine;
using Optimizer.Workflows.Instances;

namespace Optimizer.Tests.Embedded.Inspection;

public sealed class EngineInspectorTests
{
    private const int PageBytes = 4096;

    [Fact]
    public async Task Open_LeftFile_ShowsWhatTheEngineLeftAndChangesNothing()
    {
        using var folder = await EngineFolder.LeftAsync();
        using (var inspector = EngineInspector.Open(folder.File, TimeProvider.System))
        {
            var page = await inspector.ListAsync(new());
            Assert.Equal(["broken-1", "experiment-1", "play-1", "play-2"], page.Instances.Select(instance => instance.Status.InstanceId).Order());
            Assert.All(page.Instances, instance => Assert.Equal("null", instance.Status.Input.ToString()));
            Assert.Equal("\"newsletter\"", (await inspector.StatusAsync("play-1"))!.Input.ToString());
            Assert.Equal("experiment-1", Assert.Single(await inspector.ChildrenAsync("play-1")).InstanceId);
            Assert.Empty(await inspector.ChildrenAsync("nobody"));
            Assert.Null(await inspector.StatusAsync("nobody"));
            Assert.Null(await inspector.HistoryAsync("nobody"));
            Assert.Null(await inspector.HealthAsync());
            Assert.Null(inspector.LastHolder);
            Assert.Equal(2, inspector.Counts()[RunState.Running]);
        }

        await using var engine = await folder.OpenAsync();
        Assert.Equal(2, engine.Health().Live);
    }

    [Fact]
    public void Open_NoFile_SaysSoAndMakesNone()
    {
        using var folder = new EngineFolder();

        Assert.Equal(ViewProblem.Absent, Assert.Throws<EngineViewException>(() => EngineInspector.Open(folder.File, TimeProvider.System)).Problem);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Data));
    }

    [Fact]
    public async Task Open_LeftByOneThatDied_NamesItEachTime()
    {
        using var folder = await EngineFolder.LeftAsync();
        new FileOwner(4711, MadeUp.Start, MadeUp.Start.AddHours(1)).Write(folder.File + ".owner");

        for (var look = 0; look < 2; look++)
        {
            using var inspector = EngineInspector.Open(folder.File, TimeProvider.System);
            Assert.Equal(new FileHolder(4711, MadeUp.Start, MadeUp.Start.AddHours(1)), inspector.LastHolder);
        }
    }

    [Fact]
    public async Task Open_InUse_IsRefused()
    {
        using var folder = await EngineFolder.LeftAsync();
        using var holder = SqliteStore.Open(folder.File);

        Assert.True(Assert.Throws<EngineFileException>(() => EngineInspector.Open(folder.File, TimeProvider.System)).IsInUse);
    }

    [Fact]
    public async Task OpenView_InUseAndNobodyAnswers_SaysWhoHoldsIt()
    {
        using var folder = await EngineFolder.LeftAsync();
        using var holder = SqliteStore.Open(folder.File);

        var refusal = await Assert.ThrowsAsync<EngineViewException>(() => EngineView.OpenAsync(folder.File, TimeProvider.System, tries: 1));
        Assert.Equal(ViewProblem.Unreachable, refusal.Problem);
        Assert.Contains($"is in use by process {Environment.ProcessId} ", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OpenView_SomebodyElseLooks_WaitsForItsEnd()
    {
        using var folder = await EngineFolder.LeftAsync();
        var other = EngineInspector.Open(folder.File, TimeProvider.System);
        var opening = EngineView.OpenAsync(folder.File, TimeProvider.System, tries: 1000);
        other.Dispose();

        await using var view = await opening.WaitAsync(TimeSpan.FromSeconds(60));
        Assert.IsType<EngineInspector>(view);
    }

    [Fact]
    public async Task Check_RecordThatCannotBeRead_IsNamedWithItsInstance()
    {
        using var folder = await EngineFolder.LeftAsync();
        using (var store = SqliteStore.Open(folder.File))
        {
            store.Begin();
            store.Append(store.Find("play-1")!.Key, RecordKind.Turn, MadeUp.Start.UtcTicks, busy: false, "{\"broken\":"u8.ToArray());
            store.AddTimer(new(store.Find("play-2")!.Key, 3, MadeUp.Start.UtcTicks));
            store.Commit();
        }

        using var inspector = EngineInspector.Open(folder.File, TimeProvider.System);
        var check = inspector.Check();

        Assert.Equal(4, check.Instances);
        Assert.Equal(2, check.Faults.Count);
        Assert.Equal("play-1", check.Faults[0].InstanceId);
        Assert.Contains("cannot be read", check.Faults[0].Problem, StringComparison.Ordinal);
        Assert.Contains("timer of step 3", check.Faults[1].Problem, StringComparison.Ordinal);
        Assert.NotNull((await inspector.ListAsync(new())).Instances.Single(instance => instance.Status.InstanceId == "play-1").Unreadable);
        await Assert.ThrowsAsync<EngineViewException>(() => inspector.HistoryAsync("play-1"));
        Assert.NotNull(await inspector.StatusAsync("play-1"));
    }

    [Fact]
    public async Task Check_DamagedPage_IsAFaultNotAnException()
    {
        using var folder = await EngineFolder.LeftAsync();
        using (var store = SqliteStore.Open(folder.File))
        {
            store.Begin();
            foreach (var page in Enumerable.Range(0, 5))
            {
                store.Append(
                    store.Find("play-2")!.Key, RecordKind.Message, MadeUp.Start.UtcTicks, busy: false,
                    Encoding.UTF8.GetBytes($"page-{page} {new string('x', PageBytes * 3 / 4)}"));
            }

            store.Commit();
        }

        var bytes = File.ReadAllBytes(folder.File);
        Array.Fill(bytes, (byte)0xA5, bytes.AsSpan().IndexOf("page-2"u8) / PageBytes * PageBytes, PageBytes);
        File.WriteAllBytes(folder.File, bytes);
        using var inspector = EngineInspector.Open(folder.File, TimeProvider.System);

        Assert.Contains(inspector.Check().Faults, fault => fault.InstanceId is null);
    }

    [Fact]
    public async Task Backup_RelativePath_IsRefused()
    {
        using var folder = await EngineFolder.LeftAsync();
        using var inspector = EngineInspector.Open(folder.File, TimeProvider.System);

        Assert.Equal(ViewProblem.BadQuestion, (await Assert.ThrowsAsync<EngineViewException>(() => inspector.BackupAsync("copy.db"))).Problem);
    }
}
