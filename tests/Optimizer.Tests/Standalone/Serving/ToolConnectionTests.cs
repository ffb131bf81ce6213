using System.Text.Json.Nodes;
using Optimizer.Cockpit.Identity;
using Optimizer.Domain.Identity;
using Optimizer.Domain.Policies;
using Optimizer.Standalone.Serving;

namespace Optimizer.Tests.Standalone.Serving;

public sealed class ToolConnectionTests : IDisposable
{
    private static readonly Principal Assistant = new("assistant", Role.Viewer, Seat.Engineer, IsHuman: false);

    private readonly DataFolder _data = DataFolder.WithPlay();

    public void Dispose() => _data.Dispose();

    private ServeOptions Options => new() { As = Assistant, Folder = _data.Path, Urls = ["http://127.0.0.1:0"] };

    [Fact]
    public async Task Send_NoServer_ServesItselfAsAProgramThatMayOnlyReadAndPropose()
    {
        using var api = new ToolConnection(Options, null);
        var me = await api.SendAsync(HttpMethod.Get, "/api/me", null, null, default);
        Assert.Equal(
            (200, "assistant", "viewer", true, ""),
            (me.Status, (string?)me.Body!["name"], (string?)me.Body["role"], (bool)me.Body["program"]!, me.Url));
        var frozen = await api.SendAsync(HttpMethod.Post, "/api/freeze", new JsonObject { ["why"] = "x" }, null, default);
        Assert.Equal(403, frozen.Status);
        Assert.Contains("forbidden", frozen.Problem, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Send_ServerRuns_TalksToItWithTheTokenItWasLent()
    {
        await using var host = await LiveHost.StartAsync(Options.AtHome(), default);
        using var api = new ToolConnection(Options, TokenText.Make().ToString());
        var refused = await api.SendAsync(HttpMethod.Get, "/api/plays", null, "list_plays", default);
        Assert.Equal((401, host.Url), (refused.Status, refused.Url));
    }

    [Fact]
    public async Task Send_NothingThere_IsAnAnswer()
    {
        using var empty = DataFolder.WithPlay();
        using var api = new ToolConnection(Options with { Folder = Path.Combine(empty.Path, "nowhere") }, null);
        var answer = await api.SendAsync(HttpMethod.Get, "/api/plays", null, "list_plays", default);
        Assert.Equal(0, answer.Status);
        Assert.StartsWith("the server cannot be reached: nothing runs in", answer.Problem, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(empty.Path, "nowhere")));
    }
}
