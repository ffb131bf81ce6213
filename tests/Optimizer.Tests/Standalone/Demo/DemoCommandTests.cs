using System.Text.Json;
using Optimizer.Embedded.Records;
using Optimizer.Standalone.Loop;
using Optimizer.Tests.Standalone.Commands;

namespace Optimizer.Tests.Standalone.Demo;

public sealed class DemoCommandTests(DemoRecords demo) : IClassFixture<DemoRecords>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("optimizer-demo-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Demo_Json_IsOneDocumentWithPlaysDecisionsTruthAndBrief()
    {
        Assert.Equal(0, demo.Ran.ExitCode);
        Assert.Equal((6, 1UL), (demo.Document.GetProperty("weeks").GetInt32(), demo.Document.GetProperty("seed").GetUInt64()));
        Assert.Equal(3, demo.Document.GetProperty("plays").GetArrayLength());
        Assert.All(demo.Document.GetProperty("plays").EnumerateArray(), play =>
        {
            Assert.True(play.GetProperty("before").GetDouble() > 0 && play.GetProperty("after").GetDouble() > 0);
            Assert.NotEqual(0, play.GetProperty("autonomy").GetArrayLength());
        });
        Assert.StartsWith("# All plays", demo.Document.GetProperty("brief").GetProperty("markdown").GetString(), StringComparison.Ordinal);
        Assert.True(demo.Document.GetProperty("truth").GetProperty("possible").GetDouble() > 0);
    }

    [Fact]
    public void Demo_Decisions_AreTheEndsOfTheTrail()
    {
        var decisions = demo.Document.GetProperty("decisions").EnumerateArray().ToList();
        var ended = Ran.Of("experiments", "list", "--json", "--data", demo.Folder).Json.GetProperty("experiments").EnumerateArray()
            .Select(experiment => experiment.GetRawText()).ToList();

        Assert.NotEmpty(decisions);
        Assert.All(decisions, decision => Assert.Contains(ended, text => text.Contains($"\"{decision.GetProperty("experiment").GetString()}\"", StringComparison.Ordinal)));
        Assert.Equal(ended.Count, decisions.Count + demo.Document.GetProperty("running").GetInt32());
    }

    [Fact]
    public void Demo_Progress_IsToldOnStandardErrorAlone()
    {
        Assert.Contains("week 4 of 6: 3 plays, ", demo.Ran.Error, StringComparison.Ordinal);
        Assert.Contains("week 6 of 6: ", demo.Ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Demo_SameSeed_DecidesTheSameAndReplacesAnEarlierDemo()
    {
        var first = DemoRecords.Run(_folder);
        var second = Ran.Of("demo", "--weeks", "1", "--plays", "1", "--no-serve", "--data", _folder);

        Assert.Equal(demo.Ran.Output.Replace(demo.Folder, "", StringComparison.Ordinal), first.Output.Replace(_folder, "", StringComparison.Ordinal));
        Assert.Equal(0, second.ExitCode);
        Assert.Contains("No experiment has ended yet", second.Output, StringComparison.Ordinal);
        Assert.Equal(1, Ran.Of("plays", "list", "--json", "--data", _folder).Json.GetProperty("plays").GetArrayLength());
    }

    [Fact]
    public void Demo_OtherSeed_IsAnotherMarket()
    {
        var other = DemoRecords.Run(_folder, "--seed", "2");

        Assert.NotEqual(demo.Document.GetProperty("plays").GetRawText(), JsonDocument.Parse(other.Output).RootElement.GetProperty("plays").GetRawText());
    }

    [Fact]
    public void Commands_OnItsRecords_Answer()
    {
        var decision = demo.Document.GetProperty("decisions")[0];
        var (id, experiment, play) = (Text(decision, "decision"), Text(decision, "experiment"), Text(decision, "play"));
        string[][] asked =
        [
            ["why", id], ["replay", id], ["experiments", "show", experiment], ["brief"], ["brief", play], ["policy", "explain", "--play", play],
            ["plays", "show", play], ["audit", "verify"],
        ];

        Assert.All(asked, command => Assert.Equal(0, Ran.Of([.. command, "--data", demo.Folder]).ExitCode));
    }

    [Fact]
    public void Demo_RecordsOfOthers_AreRefusedAndLeftAlone()
    {
        var file = Path.Combine(_folder, RecordOptions.FileName);
        RecordStore.Open(file, new()).Dispose();
        var before = File.ReadAllBytes(file);

        var ran = DemoRecords.Run(_folder);

        Assert.Equal((6, ""), (ran.ExitCode, ran.Output));
        Assert.Equal($"{file}: holds records that are not a demo's; name another directory with --data{Environment.NewLine}", ran.Error);
        Assert.Equal(before, File.ReadAllBytes(file));
    }

    [Fact]
    public void Demo_EngineBeside_IsRefused()
    {
        File.WriteAllText(Path.Combine(_folder, LocalLoop.EngineFileName), "");

        Assert.Equal(6, DemoRecords.Run(_folder).ExitCode);
    }

    [Theory]
    [InlineData("--weeks", "0")]
    [InlineData("--plays", "10001")]
    [InlineData("--weeks", "x")]
    public void Demo_BadNumber_IsRefused(string option, string value) =>
        Assert.Contains(option, Ran.Of("demo", "--data", _folder, option, value).Refusal(), StringComparison.Ordinal);

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
