using Optimizer.Domain.Audit.Events;
using Optimizer.Standalone.Serving;
using Optimizer.Tests.Loops.Kit;
using Optimizer.Tests.Loops.Laws;

namespace Optimizer.Tests.Standalone.Serving;

public class DefinitionsTests
{
    [Fact]
    public async Task File_Changed_IsInForceFromTheNextTickAndAudited()
    {
        await using var host = await OwnHost.StartAsync();
        await host.UntilAsync(LoopKit.Monday.AddHours(12));
        await host.AfterAsync("changed, in force from its next tick", () => File.WriteAllText(host.PlayFile, OwnText.Play.Replace("Pricing page", "Pricing page, new", StringComparison.Ordinal)));
        Assert.Empty(await ChangesAsync(host));

        await host.UntilAsync(LoopKit.Monday.AddDays(1).AddHours(8.5));
        Assert.Equal("definition", Assert.Single(await ChangesAsync(host)).What);
        Assert.Equal("Pricing page, new", (await host.GetAsync($"/api/plays/{OwnHost.Slug}")).Json.GetProperty("name").GetString());
    }

    [Fact]
    public async Task File_Broken_StaysOutAndIsSaid()
    {
        await using var host = await OwnHost.StartAsync();
        await host.UntilAsync(LoopKit.Monday.AddHours(12));
        await host.AfterAsync("not in force: ", () => File.WriteAllText(host.PlayFile, OwnText.Play.Replace("kind: rate", "kind: nonsense", StringComparison.Ordinal)));

        Assert.Contains($"{OwnHost.Slug}.yaml", host.Said[^1], StringComparison.Ordinal);
        await host.UntilAsync(LoopKit.Monday.AddDays(2));
        Assert.Empty(await ChangesAsync(host));
        var play = (await host.GetAsync($"/api/plays/{OwnHost.Slug}")).Json;
        Assert.Equal(("Pricing page", 3), (play.GetProperty("name").GetString(), play.GetProperty("ticks").GetInt32()));
    }

    [Fact]
    public async Task Directory_OfARunningServer_RefusesASecondAndNamesTheFirst()
    {
        await using var host = await OwnHost.StartAsync();

        var fault = await Assert.ThrowsAsync<ServerRunsException>(() => LiveHost.StartAsync(host.Options, default));

        Assert.Contains($"process {Environment.ProcessId} at {host.Live.Url}", fault.Message, StringComparison.Ordinal);
        Assert.Equal(200, (await host.GetAsync("/health/live")).Status);
        Assert.Equal(host.Live.Url, RunningServer.Read(host.Folder)!.Url);
    }

    private static async Task<IReadOnlyList<DefinitionChanged>> ChangesAsync(OwnHost host) =>
        [.. (await FactsReader.TrailAsync(host.Live.Loop)).Select(record => record.Entry.Event).OfType<DefinitionChanged>().Where(changed => changed.What == "definition")];
}
