using System.Net;
using Optimizer.Standalone.Serving;

namespace Optimizer.Tests.Standalone.Serving;

public sealed class ServerConnectionTests : IDisposable
{
    private readonly DataFolder _data = DataFolder.WithPlay();

    public void Dispose() => _data.Dispose();

    private ServeOptions Options => new ServeOptions { Folder = _data.Path, Urls = ["http://127.0.0.1:0"] }.AtHome();

    [Fact]
    public async Task Open_NoServer_ServesItselfAndLeavesNothing()
    {
        await using (var server = await ServerConnection.OpenAsync(Options, null, default))
        {
            Assert.True(server.IsOwn);
            Assert.Equal(HttpStatusCode.OK, (await server.GetAsync("/health/live", default)).Status);
            Assert.Null(RunningServer.Read(_data.Path));
        }

        using var free = ServerPlace.Take(_data.Path);
    }

    [Fact]
    public async Task Open_ServerRuns_TalksToIt()
    {
        await using var host = await LiveHost.StartAsync(Options, default);
        await using var server = await ServerConnection.OpenAsync(Options, "token", default);

        Assert.False(server.IsOwn);
        Assert.Equal(host.Url, server.Url);
    }

    [Fact]
    public async Task Open_StaleFile_ServesItself()
    {
        new RunningServer(1, "http://127.0.0.1:1", DateTimeOffset.UnixEpoch).Write(_data.Path);

        Assert.Null(await ServerConnection.FindAsync(_data.Path, default));
        await using var server = await ServerConnection.OpenAsync(Options, null, default);
        Assert.True(server.IsOwn);
    }

    [Fact]
    public async Task Open_HeldByOneThatDoesNotAnswer_SaysWho()
    {
        new RunningServer(4711, "http://127.0.0.1:1", DateTimeOffset.UnixEpoch).Write(_data.Path);
        using var held = ServerPlace.Take(_data.Path);

        var fault = await Assert.ThrowsAsync<ServerUnreachableException>(() => ServerConnection.OpenAsync(Options, null, default));

        Assert.Contains("process 4711 at http://127.0.0.1:1", fault.Message, StringComparison.Ordinal);
        Assert.Equal(7, _data.Run("status").ExitCode);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("no json")]
    [InlineData("""{"pid": 1, "url": "file:///etc/passwd", "startedAt": "2026-01-01T00:00:00Z"}""")]
    public async Task Find_FileOfNonsense_IsNoServer(string content)
    {
        File.WriteAllText(_data.In(RunningServer.FileName), content);

        Assert.Null(await ServerConnection.FindAsync(_data.Path, default));
    }

    [Fact]
    public void Status_NothingThere_IsNotFound()
    {
        using var none = new DataFolder();

        Assert.Equal(5, none.Run("status").ExitCode);
        Assert.False(Directory.Exists(none.Path));
    }
}
