using System.Text;
using Optimizer.Tests.Domain.Audit;
using Optimizer.Tests.Embedded.Records;
using Optimizer.Tests.Standalone.Commands;

namespace Optimizer.Tests.Standalone.Evidence;

public sealed class EvidenceCommandTests : IDisposable
{
    private readonly RecordFolder _folder = new();
    private readonly Story _story;

    public EvidenceCommandTests()
    {
        using var store = _folder.Open();
        var stored = store.Plays.PutAsync(Story.Slug, Story.DefinitionText, "onboarding.yaml", Story.Start, default).GetAwaiter().GetResult();
        _story = Story.Tell(stored.Hash);
        store.Audit.AppendAsync(_story.Entries, default).GetAwaiter().GetResult();
    }

    [Fact]
    public void Why_Decision_SaysWhatWhyByWhichRuleAndWhatTheOtherModeWouldDo()
    {
        var ran = Run("why", _story.Decision);

        Assert.Equal((0, ""), (ran.ExitCode, ran.Error));
        Assert.Contains("ADOPT_PROVEN: make variant the new control", ran.Output, StringComparison.Ordinal);
        Assert.All(
            new[] { "Why", "By which rule", "Taken word for word (literal)", "What led to it", "What followed", "asks for action" },
            said => Assert.Contains(said, ran.Output, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Story.Slug + "-r1", "policy was asked to start an experiment on first_step_copy: allowed")]
    [InlineData(Story.Slug + "/activation_rate/2026-03-01", "activation_rate changed by -37.5 %")]
    [InlineData(Story.Winner, "adopted, proven: gain +30.0 %")]
    [InlineData(Story.Slug + "-q1", "approved, by ana@example.com")]
    [InlineData(Story.Slug + "-h1", "3 hypotheses came from rules")]
    [InlineData("1", "The play Onboarding checklist was enrolled")]
    public void Why_OtherIds_AreFound(string id, string said) => Assert.Contains(said, Run("why", id).Output, StringComparison.Ordinal);

    [Fact]
    public void Why_Json_HoldsTheRecordAndItsKin()
    {
        var json = Run("why", _story.Decision, "--json").Json;

        Assert.Equal("ADOPT_PROVEN", json.GetProperty("decision").GetProperty("code").GetString());
        Assert.Equal("literal", json.GetProperty("otherMode").GetProperty("mode").GetString());
        Assert.NotEqual(0, json.GetProperty("ledToIt").GetArrayLength());
        Assert.NotEqual(0, json.GetProperty("followed").GetArrayLength());
    }

    [Theory]
    [InlineData("why")]
    [InlineData("replay")]
    public void Id_Unknown_NamesTheNearest(string command)
    {
        var ran = Run(command, Story.Winner + ".999");

        Assert.Equal((5, ""), (ran.ExitCode, ran.Output));
        Assert.Contains($"nearest are {Story.Winner}.", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Replay_Decision_IsTheSame()
    {
        Assert.StartsWith("same: decision", Run("replay", _story.Decision).Output, StringComparison.Ordinal);
        Assert.True(Run("replay", Story.Slug + "-r1", "--json").Json.GetProperty("same").GetBoolean());
        Assert.Equal(5, Run("replay", "1").ExitCode);
    }

    [Fact]
    public void Experiments_List_ShowsHowEachEnded()
    {
        var ran = Run("experiments", "list");

        Assert.Contains("adopted, proven", ran.Output, StringComparison.Ordinal);
        Assert.Contains("reverted", ran.Output, StringComparison.Ordinal);
        Assert.Equal(2, Run("experiments", "list", "--json").Json.GetProperty("experiments").GetArrayLength());
        Assert.Contains("No experiment has begun on other", Run("experiments", "list", "--play", "other").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Experiments_Show_HasLooksAndCard()
    {
        Assert.Contains("ADOPT_PROVEN", Run("experiments", "show", Story.Winner).Output, StringComparison.Ordinal);
        Assert.StartsWith($"# {Story.Winner}: ", Run("experiments", "show", Story.Winner, "--markdown").Output, StringComparison.Ordinal);
        Assert.NotEqual(0, Run("experiments", "show", Story.Winner, "--json").Json.GetProperty("looks").GetArrayLength());
        Assert.Equal(5, Run("experiments", "show", "nothing-7").ExitCode);
    }

    [Fact]
    public void AuditExport_WholeTrail_CanBeVerifiedAndAnyChangeIsFound()
    {
        var file = Path.Combine(_folder.Folder, "trail.jsonl");
        var exported = Run("audit", "export");
        File.WriteAllText(file, exported.Output, new UTF8Encoding(false));

        Assert.Equal(_story.Entries.Count + 1, exported.Output.Count(sign => sign == '\n'));
        Assert.Contains("every record is as it was written", Run("audit", "verify", file).Output, StringComparison.Ordinal);

        File.WriteAllText(file, exported.Output.Replace("\"expectedDays\":14", "\"expectedDays\":15", StringComparison.Ordinal), new UTF8Encoding(false));
        var ran = Run("audit", "verify", file);
        Assert.Equal(6, ran.ExitCode);
        Assert.Contains("was changed", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void AuditExport_Filters_GiveAPart()
    {
        var lines = Run("audit", "export", "--kind", "experiment.ended", "--play", Story.Slug, "--since", "2026-03-01").Output.Split('\n')[..^1];

        Assert.Equal(3, lines.Length);
        Assert.Contains("\"part\":true", lines[^1], StringComparison.Ordinal);
        Assert.Single(Run("audit", "export", "--until", "2026-03-01").Output.Split('\n')[..^1]);
        Assert.Equal(2, Run("audit", "export", "--kind", "decisions").ExitCode);
        Assert.Equal(2, Run("audit", "export", "--since", "soon").ExitCode);
    }

    [Fact]
    public void AuditExport_Csv_HasALineForEachRecord()
    {
        var csv = Run("audit", "export", "--format", "csv").Output;

        Assert.StartsWith("sequence,at,play,experiment,actor,cause,kind,words,key,hash,entry\r\n1,", csv, StringComparison.Ordinal);
        Assert.Equal(_story.Entries.Count + 1, csv.Split("\r\n").Length - 1);
    }

    [Fact]
    public void AuditVerify_Records_AreSoundUntilSomebodyChangesThem()
    {
        Assert.True(Run("audit", "verify", "--json").Json.GetProperty("sound").GetBoolean());
        using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={_folder.File};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "UPDATE audit SET text = replace(text, 'ok', 'no') WHERE kind = 'effect.done'";
            command.ExecuteNonQuery();
        }

        var ran = Run("audit", "verify");
        Assert.Equal(6, ran.ExitCode);
        Assert.Contains("CHANGED", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void AuditRebuild_ToAFolder_WritesTheFiles()
    {
        var to = Path.Combine(_folder.Folder, "pages");

        Assert.Contains("4 pages", Run("audit", "rebuild", "--to", to).Output, StringComparison.Ordinal);
        Assert.StartsWith("# Playbook", File.ReadAllText(Path.Combine(to, "playbook.md")), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(to, "cards", Story.Winner + ".md")));
    }

    [Theory]
    [InlineData("why", "x-1.1")]
    [InlineData("replay", "x-1.1")]
    [InlineData("experiments", "list")]
    [InlineData("audit", "verify")]
    [InlineData("audit", "export")]
    [InlineData("audit", "rebuild")]
    public void AnyCommand_NoRecords_SaysWhatToRun(params string[] command)
    {
        var ran = Ran.Of([.. command, "--data", Path.Combine(_folder.Folder, "nothing")]);

        Assert.Equal((5, ""), (ran.ExitCode, ran.Output));
        Assert.Contains("run 'optimizer demo', 'backtest' or 'serve' first", ran.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private Ran Run(params string[] args) => Ran.Of([.. args, "--data", _folder.Folder]);
}
