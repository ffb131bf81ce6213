using Optimizer.Standalone.Serving;
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
    }

    [Fact]
    public void Freeze_MistypedDirectory_IsRefusedAndNotMade()
    {
        using var none = new DataFolder();

        Assert.Equal((5, 5), (none.Run("freeze").ExitCode, none.Run("unfreeze").ExitCode));
        Assert.False(Directory.Exists(none.Path));
    }
}
