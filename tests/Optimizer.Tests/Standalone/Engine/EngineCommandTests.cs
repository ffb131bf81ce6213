using System.Text.Json;

namespace Optimizer.Tests.Standalone.Engine;

public sealed class EngineCommandTests
{
    [Fact]
    public async Task List_LeftFile_ShowsItsInstances()
    {
        using var folder = await EngineFolder.LeftAsync();
        var ran = folder.Ran("list");

        Assert.Equal((0, ""), (ran.ExitCode, ran.Error));
        Assert.Matches(@"(?m)^  play-1 +Play +running +1 +2026-11-20 .* signal approve, child experiment-1 *$", ran.Output);
        Assert.Matches(@"(?m)^  play-2 +Play +completed +1 ", ran.Output);
        Assert.Matches(@"(?m)^  broken-1 +Broken +failed .* InvalidOperationException: no plan +", ran.Output);
        Assert.Matches(@"(?m)^  experiment-1 +Experiment +running .* signal approve *$", ran.Output);
    }

    [Theory]
    [InlineData("play-1 play-2 broken-1 experiment-1")]
    [InlineData("play-1 experiment-1", "--state", "running")]
    [InlineData("play-2 broken-1", "--state", "COMPLETED", "--state", "failed")]
    [InlineData("play-1 play-2", "--prefix", "play-")]
    [InlineData("experiment-1", "--workflow", "Experiment")]
    [InlineData("play-1", "--tag", "team=growth")]
    [InlineData("", "--tag", "team=growth", "--tag", "tier=gold")]
    public async Task List_Filters_LeaveOutTheOthers(string ids, params string[] options)
    {
        using var folder = await EngineFolder.LeftAsync();
        var listed = folder.Ran(["list", "--json", .. options]).Json.GetProperty("instances").EnumerateArray().Select(Id);

        Assert.Equal(ids.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(), listed.Order());
    }

    [Fact]
    public async Task List_Pages_FollowEachOther()
    {
        using var folder = await EngineFolder.LeftAsync();
        var all = folder.Ran("list", "--json").Json.GetProperty("instances").EnumerateArray().Select(Id);
        var first = folder.Ran("list", "--json", "--limit", "3").Json;
        var second = folder.Ran("list", "--json", "--after", first.GetProperty("next").GetString()!).Json;

        Assert.Equal(all, first.GetProperty("instances").EnumerateArray().Concat(second.GetProperty("instances").EnumerateArray()).Select(Id));
        Assert.Equal(JsonValueKind.Null, second.GetProperty("next").ValueKind);
        Assert.Contains($"More follow: add --after {first.GetProperty("next").GetString()}", folder.Ran("list", "--limit", "3").Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_NothingFound_IsASentence()
    {
        using var folder = await EngineFolder.LeftAsync();

        Assert.Equal(new(0, $"No instance is as asked for.{Environment.NewLine}", ""), folder.Ran("list", "--prefix", "nobody"));
    }

    [Fact]
    public async Task List_EmptyStore_IsASentence()
    {
        using var folder = new EngineFolder();
        await (await folder.OpenAsync()).StopAsync(TimeSpan.Zero);

        Assert.Equal(new(0, $"No instances yet.{Environment.NewLine}", ""), folder.Ran("list"));
        Assert.Equal(0, folder.Ran("list", "--json").Json.GetProperty("instances").GetArrayLength());
    }

    [Fact]
    public async Task Show_Instance_ShowsWhereItStands()
    {
        using var folder = await EngineFolder.LeftAsync();
        var json = folder.Ran("show", "play-1", "--json").Json;

        Assert.Equal(("running", "newsletter", "newsletter: 10"), (Text(json, "state"), Text(json, "input"), Text(json, "status")));
        Assert.Equal(["signal", "child"], json.GetProperty("waitsFor").EnumerateArray().Select(step => Text(step, "kind")));
        Assert.Equal("experiment-1", Assert.Single(json.GetProperty("children").EnumerateArray().Select(Id)));
        Assert.Equal("play-1", Text(folder.Ran("show", "experiment-1", "--json").Json, "parent"));
        Assert.Contains("    experiment-1 (Experiment) running, last step ", folder.Ran("show", "play-1").Output, StringComparison.Ordinal);
        Assert.Contains("    System.InvalidOperationException: no plan", folder.Ran("show", "broken-1").Output, StringComparison.Ordinal);
        Assert.Equal("disk gone", Text(folder.Ran("show", "broken-1", "--json").Json.GetProperty("failure").GetProperty("cause"), "message"));
    }

    [Fact]
    public async Task History_Instance_IsToldTurnByTurn()
    {
        using var folder = await EngineFolder.LeftAsync();
        var output = folder.Ran("history", "play-1").Output;

        Assert.Contains("  → #0 fetch-kpi(\"newsletter\")\n", output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("  ← #0 fetch-kpi: 10  after 0 ms\n", output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("  → #1 wait for signal 'approve' without limit\n", output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        var json = folder.Ran("history", "play-1", "--json", "--last", "1").Json;
        Assert.Equal(2, json.GetProperty("turns").GetInt32());
        Assert.Equal(
            ["turn", "activity_completed", "wait_begun", "child_started", "status_set"],
            json.GetProperty("entries").EnumerateArray().Select(entry => Text(entry, "kind")));
    }

    [Fact]
    public async Task Health_NotRunning_CountsWhatIsThere()
    {
        using var folder = await EngineFolder.LeftAsync();
        var json = folder.Ran("health", "--json").Json;

        Assert.False(json.GetProperty("running").GetBoolean());
        Assert.Equal("{\"running\":2,\"completed\":1,\"failed\":1}", JsonSerializer.Serialize(json.GetProperty("states")));
        Assert.Contains("4: 2 running, 1 completed, 1 failed", folder.Ran("health").Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Backup_ToANewFile_IsAWholeCopy()
    {
        using var folder = await EngineFolder.LeftAsync();
        var copy = Path.Combine(folder.Data, "copy.db");

        Assert.Equal(new FileInfo(copy).FullName, Text(folder.Ran("backup", "--to", copy, "--json").Json, "to"));
        Assert.Equal(4, folder.Ran("list", "--json", "--file", copy).Json.GetProperty("instances").GetArrayLength());
        var again = folder.Ran("backup", "--to", copy);
        Assert.Equal((6, "", $"{copy}: exists already; a backup is never written over another file{Environment.NewLine}"), (again.ExitCode, again.Output, again.Error));
    }

    [Fact]
    public async Task Check_WholeFile_FindsNothing()
    {
        using var folder = await EngineFolder.LeftAsync();
        var json = folder.Ran("check", "--json").Json;

        Assert.True(json.GetProperty("sound").GetBoolean());
        Assert.Equal(4, json.GetProperty("instances").GetInt32());
        Assert.Contains("4 instances, ", folder.Ran("check").Output, StringComparison.Ordinal);
        Assert.EndsWith("all whole", Written.Trimmed(folder.Ran("check").Output), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("show")]
    [InlineData("history")]
    public async Task Instance_Unknown_IsNotFound(string command)
    {
        using var folder = await EngineFolder.LeftAsync();
        var ran = folder.Ran(command, "no\u001bbody");

        Assert.Equal((5, ""), (ran.ExitCode, ran.Output));
        Assert.Equal($"{folder.File}: there is no instance 'no\\u001bbody'; 'optimizer engine list' shows those there are{Environment.NewLine}", ran.Error);
    }

    [Theory]
    [InlineData("list")]
    [InlineData("show", "a")]
    [InlineData("history", "a")]
    [InlineData("health")]
    [InlineData("backup", "--to", "copy.db")]
    [InlineData("check")]
    public void File_Absent_IsNotFoundAndNothingIsMade(params string[] command)
    {
        using var folder = new EngineFolder();
        var ran = folder.Ran([.. command, "--json"]);

        Assert.Equal((5, "", $"{folder.File}: there is no such file; no engine has run here yet{Environment.NewLine}"), (ran.ExitCode, ran.Output, ran.Error));
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Data));
    }

    [Fact]
    public void File_OfAnotherKind_IsRefused()
    {
        using var folder = new EngineFolder();
        File.WriteAllText(folder.File, "this is no database, whatever its name says".PadRight(5000));
        var ran = folder.Ran("list");

        Assert.Equal((7, ""), (ran.ExitCode, ran.Output));
        Assert.StartsWith(folder.File, ran.Error, StringComparison.Ordinal);
        Assert.Single(ran.Error.TrimEnd().Split('\n'));
    }

    [Theory]
    [InlineData("--state must be one of pending, running, suspended, parked, completed, failed, terminated, not 'gone\\u001b'.", "--state", "gone\u001b")]
    [InlineData("--tag must be key=value, each key once, not 'k'.", "--tag", "k")]
    [InlineData("--tag must be key=value, each key once, not 'k=2'.", "--tag", "k=1", "--tag", "k=2")]
    [InlineData("--limit must be 1 to 1000, not '0'.", "--limit", "0")]
    [InlineData("--limit must be 1 to 1000, not '1001'.", "--limit", "1001")]
    public void List_OptionsThatCannotBeRight_AreRefused(string expected, params string[] options) =>
        Assert.StartsWith(expected, Commands.Ran.Of(["engine", "list", .. options]).Refusal(), StringComparison.Ordinal);

    [Fact]
    public async Task List_PageThatBeginsNowhere_IsRefused()
    {
        using var folder = await EngineFolder.LeftAsync();

        Assert.Equal("'x' is not where a page begins", folder.Ran("list", "--after", "x").Refusal());
    }

    [Fact]
    public void History_LastThatIsNoNumber_IsRefused() => Assert.StartsWith(
        "--last must be a number of turns from 1, not '0'.", Commands.Ran.Of("engine", "history", "a", "--last", "0").Refusal(), StringComparison.Ordinal);

    private static string? Id(JsonElement instance) => Text(instance, "id");

    private static string? Text(JsonElement json, string field) => json.GetProperty(field).GetString();
}
