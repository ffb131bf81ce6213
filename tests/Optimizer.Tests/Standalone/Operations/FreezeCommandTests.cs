using Optimizer.Domain.Notices;
using Optimizer.Embedded.Records;
using Optimizer.Standalone.Serving;
using Optimizer.Workflows.Notices;
using Optimizer.Workflows.Operations;

namespace Optimizer.Tests.Standalone.Operations;

public sealed class FreezeCommandTests : IDisposable
{
    private readonly DataFolder _data = DataFolder.WithPlay();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task Freeze_BesideARunningServer_IsSeenByItAtOnce()
    {
        await using var host = await LiveHost.StartAsync(new ServeOptions { Folder = _data.Path, Urls = ["http://127.0.0.1:0"] }.AtHome(), default);
        Assert.Equal(0, _data.Run("freeze", "--why", "fire").ExitCode);

        var gate = new FreezeGate(new(host.Loop.World.Audit));
        var fault = await Assert.ThrowsAsync<FrozenException>(() => gate.PassAsync("x", default));

        Assert.Contains("(fire)", fault.Message, StringComparison.Ordinal);
        Assert.NotEqual(0, _data.Run("unfreeze").ExitCode);
        Assert.Equal([NoticeKind.LoopFrozen], await ToldAsync(host.Loop.Records));
        Assert.NotNull(await new FreezeSwitch(host.Loop.World.Audit).ReadAsync(default));
    }

    [Fact]
    public async Task Freeze_TwiceThenUnfreeze_HoldsTheFirstAndEnds()
    {
        await (await LiveHost.StartAsync(new() { Folder = _data.Path, Urls = ["http://127.0.0.1:0"] }, default)).DisposeAsync();

        Assert.Equal("fire", _data.Run("freeze", "--why", "fire", "--json").Json.GetProperty("why").GetString());
        Assert.Equal("fire", _data.Run("freeze", "--why", "water", "--json").Json.GetProperty("why").GetString());
        Assert.True(_data.Run("unfreeze", "--dry-run", "--json").Json.GetProperty("frozen").GetBoolean());
        Assert.False(_data.Run("unfreeze", "--json").Json.GetProperty("frozen").GetBoolean());
        Assert.Equal($"nothing is frozen{Environment.NewLine}", _data.Run("unfreeze").Output);
        using var records = RecordStore.OpenToRead(_data.In(RecordOptions.FileName), new());
        Assert.Equal([NoticeKind.LoopFrozen, NoticeKind.LoopUnfrozen], await ToldAsync(records));
    }

    [Fact]
    public async Task Freeze_SettingsOfNoticesBroken_HoldsAndSaysThatNobodyIsTold()
    {
        await (await LiveHost.StartAsync(new() { Folder = _data.Path, Urls = ["http://127.0.0.1:0"] }, default)).DisposeAsync();
        File.WriteAllText(_data.In(NoticeFile.FileName), "sinks: nonsense");

        var ran = _data.Run("freeze", "--why", "fire");

        Assert.Equal(0, ran.ExitCode);
        Assert.Contains("nobody is told of it: ", ran.Error, StringComparison.Ordinal);
        using var records = RecordStore.OpenToRead(_data.In(RecordOptions.FileName), new());
        Assert.NotNull(await new FreezeSwitch(records.Audit).ReadAsync(default));
    }

    // At the first sink, oldest first.
    private static async Task<IReadOnlyList<NoticeKind>> ToldAsync(RecordStore records)
    {
        var parcels = await records.Told.ListAsync(new(), default);
        return [.. parcels.Where(parcel => parcel.Sink == parcels[0].Sink).OrderBy(parcel => parcel.Number).SelectMany(parcel => parcel.Notices)
            .Where(kept => kept.Notice.Play == "-").Select(kept => kept.Notice.Kind)];
    }

    [Fact]
    public void Freeze_MistypedDirectory_IsRefusedAndNotMade()
    {
        using var none = new DataFolder();

        Assert.Equal((5, 5), (none.Run("freeze").ExitCode, none.Run("unfreeze").ExitCode));
        Assert.False(Directory.Exists(none.Path));
    }
}
