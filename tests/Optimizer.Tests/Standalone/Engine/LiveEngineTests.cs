using System.Text.RegularExpressions;
using Optimizer.Embedded.Storage;

namespace Optimizer.Tests.Standalone.Engine;

/// <summary>The same commands on a file whose engine runs.</summary>
public sealed class LiveEngineTests
{
    [Theory]
    [InlineData("list")]
    [InlineData("list", "--json", "--limit", "2")]
    [InlineData("show", "play-1", "--json")]
    [InlineData("show", "play-2", "--full")]
    [InlineData("history", "play-1", "--json")]
    [InlineData("history", "broken-1", "--full")]
    public async Task Command_EngineRuns_SaysTheSameAsFromTheFile(params string[] command)
    {
        using var folder = await EngineFolder.LeftAsync();
        var left = folder.Ran(command);
        await using var engine = await folder.OpenAsync();
        var live = folder.Ran(command);

        Assert.Equal((0, ""), (left.ExitCode, left.Error));
        Assert.Equal(WithoutAges(left.Output), WithoutAges(live.Output));
        Assert.Equal((0, ""), (live.ExitCode, live.Error));
    }

    [Fact]
    public async Task Command_UnknownInstance_IsNotFound()
    {
        using var folder = await EngineFolder.LeftAsync();
        await using var engine = await folder.OpenAsync();

        Assert.Equal(5, folder.Ran("show", "nobody").ExitCode);
        Assert.Equal(5, folder.Ran("history", "nobody").ExitCode);
        Assert.Equal("'x' is not where a page begins", folder.Ran("list", "--after", "x").Refusal());
    }

    [Fact]
    public async Task HealthBackupAndCheck_EngineRuns_AreAnsweredByIt()
    {
        using var folder = await EngineFolder.LeftAsync();
        await using var engine = await folder.OpenAsync();
        var copy = Path.Combine(folder.Data, "copy.db");

        var health = folder.Ran("health", "--json").Json;
        Assert.True(health.GetProperty("healthy").GetBoolean());
        Assert.Equal(2, health.GetProperty("engine").GetProperty("live").GetInt32());
        Assert.Contains("running, healthy", folder.Ran("health").Output, StringComparison.Ordinal);
        Assert.Equal(0, folder.Ran("backup", "--to", copy).ExitCode);
        Assert.Equal(6, folder.Ran("backup", "--to", copy).ExitCode);
        Assert.Equal(4, folder.Ran("list", "--json", "--file", copy).Json.GetProperty("instances").GetArrayLength());
        Assert.True(folder.Ran("check", "--json").Json.GetProperty("sound").GetBoolean());
        Assert.Empty(Directory.EnumerateDirectories(folder.Data));
    }

    [Fact]
    public async Task Command_EngineStopped_AnswersFromTheFileAgain()
    {
        using var folder = await EngineFolder.LeftAsync();
        var engine = await folder.OpenAsync();
        Assert.True(folder.Ran("health", "--json").Json.GetProperty("running").GetBoolean());
        await engine.StopAsync(TimeSpan.Zero);

        Assert.False(folder.Ran("health", "--json").Json.GetProperty("running").GetBoolean());
    }

    [Fact]
    public async Task Command_EngineDied_AnswersFromTheFileAndTheNextEngineAnswersAgain()
    {
        using var folder = await EngineFolder.LeftAsync();
        await (await folder.OpenAsync()).AbandonAsync();

        Assert.False(folder.Ran("health", "--json").Json.GetProperty("running").GetBoolean());
        await using var engine = await folder.OpenAsync();
        Assert.True(folder.Ran("health", "--json").Json.GetProperty("running").GetBoolean());
    }

    [Fact]
    public async Task History_RecordThatCannotBeRead_IsToldAndTheEngineGoesOn()
    {
        using var folder = await EngineFolder.LeftAsync();
        using (var store = SqliteStore.Open(folder.File))
        {
            store.Begin();
            store.Append(store.Find("play-2")!.Key, RecordKind.Turn, MadeUp.Start.UtcTicks, busy: false, "{\"broken\":"u8.ToArray());
            store.Commit();
        }

        await using var engine = await folder.OpenAsync();
        var ran = folder.Ran("history", "play-2");

        Assert.Equal((7, ""), (ran.ExitCode, ran.Output));
        Assert.Contains("cannot be read", ran.Error, StringComparison.Ordinal);
        Assert.Contains("cannot be read", folder.Ran("show", "play-2").Output, StringComparison.Ordinal);
        Assert.Equal(7, folder.Ran("check").ExitCode);
        Assert.Equal(0, folder.Ran("health").ExitCode);
    }

    // How long ago something was goes on meanwhile.
    private static string WithoutAges(string output) =>
        Regex.Replace(output, @"(\d+ (d|h|min|s)\s?)+ago", "ago");
}
