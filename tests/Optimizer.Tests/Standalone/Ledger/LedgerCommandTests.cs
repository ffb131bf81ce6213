using System.Globalization;
using System.Text;
using System.Text.Json;
using Optimizer.Embedded.Ledger;
using Optimizer.Tests.Standalone.Commands;

namespace Optimizer.Tests.Standalone.Ledger;

public sealed class LedgerCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("optimizer-ledger-command-");

    [Fact]
    public void Import_TwiceAndMore_CountsEachEventOnce()
    {
        var (first, second) = (Write("a.jsonl", 0, 50), Write("b.jsonl", 25, 75));

        var apart = Run("import", first);
        Assert.Equal((0, 50), (Number(apart, "accepted"), Number(apart.GetProperty("byCode"), "unknown_experiment")));
        var opened = Run("import", first, second, "--open");
        Assert.Equal(["pricing-1"], opened.GetProperty("opened").EnumerateArray().Select(id => id.GetString()));
        Assert.Equal((100, 25, 75, 0), (Number(opened, "rows"), Number(opened, "accepted"), Number(opened, "duplicates"), Number(opened, "quarantined")));
        Assert.Equal(75, Number(Run("import", second, first), "duplicates") - 25);
        Assert.True(Run("verify").GetProperty("sound").GetBoolean());

        var sums = Run("query", "--experiment", "pricing-1", "--event", "purchase", "--variant", "control").GetProperty("sums")[0];
        Assert.Equal((38L, 38 * 0.1m), (sums.GetProperty("rows").GetInt64(), sums.GetProperty("sum").GetDecimal()));
        var totals = Run("show", "pricing-1").GetProperty("totals");
        Assert.Equal((38, 37), (Number(totals[0], "units"), Number(totals[1], "units")));
        Assert.Equal("{}", Run("show").GetProperty("quarantine").GetRawText());
    }

    [Fact]
    [Trait("Req", "S3-047")]
    public void Query_VariantAndWeek_SaysTheSumInWords()
    {
        Run("import", Write("a.jsonl", 0, 48), "--open");

        var ran = Of("query", "--experiment", "pricing-1", "--variant", "short", "--since", "2026-03-01T10:00Z", "--until", "2026-03-02");

        Assert.Equal((0, ""), (ran.ExitCode, ran.Error));
        Assert.Matches(@"short\s+purchase\s+7\s+7\s+0\.7", ran.Output);
        Assert.Contains("no event is that", Of("query", "--experiment", "pricing-1", "--event", "none").Output, StringComparison.Ordinal);
        Assert.Matches(@"control\s+24\s+purchase\s+24\s+24\s+100\.00 %\s+2\.4\s+0\.1", Of("show", "pricing-1").Output);
        Assert.Contains("pricing-1", Of("show").Output, StringComparison.Ordinal);
        Assert.Contains("sound", Of("verify").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Import_BadLines_AreListedWithFileAndLine()
    {
        var file = Write("a.jsonl", 0, 3);
        File.AppendAllText(file, "broken\n{\"ts\":\"2026-03-01T00:00:00Z\",\"exp_id\":\"pricing-1\",\"variant\":\"control\",\"event\":\"purchase\",\"session_id\":\"s\"}\n");

        var ran = Of("import", file, "--open");

        Assert.Equal((0, ""), (ran.ExitCode, ran.Error));
        Assert.Contains("3 events accepted of 5 rows", ran.Output, StringComparison.Ordinal);
        Assert.Contains("a.jsonl:4: this is no JSON", ran.Output, StringComparison.Ordinal);
        Assert.Contains("a.jsonl:5: a purchase has its price", ran.Output, StringComparison.Ordinal);
        Assert.Equal(2, Number(Run("import", file), "quarantined"));
        Assert.Equal("""{"unreadable":1,"value_missing":1}""", JsonSerializer.Serialize(Run("show").GetProperty("quarantine")));
    }

    [Fact]
    public void Commands_WithoutAnAnswer_SaySo()
    {
        Assert.Equal(5, Of("verify").ExitCode);
        Assert.Contains("ledger import", Of("show").Error, StringComparison.Ordinal);
        Assert.Equal(2, Of("import", Path.Combine(_folder.FullName, "none.jsonl")).ExitCode);
        Assert.False(File.Exists(Path.Combine(_folder.FullName, LedgerOptions.FileName)));
        Run("import", Write("a.jsonl", 0, 3), "--open");
        Assert.Equal(5, Of("show", "other").ExitCode);
        Assert.Contains("it knows pricing-1", Of("query", "--experiment", "other").Error, StringComparison.Ordinal);
        Assert.Contains("it has control, short", Of("query", "--experiment", "pricing-1", "--variant", "x").Error, StringComparison.Ordinal);
        Assert.Equal(2, Of("query", "--experiment", "pricing-1", "--since", "soon").ExitCode);
    }

    [Fact]
    public void Verify_ChangedLedger_EndsWithConflict()
    {
        Run("import", Write("a.jsonl", 0, 3), "--open");
        using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(_folder.FullName, LedgerOptions.FileName)};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "UPDATE cohort SET units = units + 1";
            command.ExecuteNonQuery();
        }

        var ran = Of("verify");

        Assert.Equal(6, ran.ExitCode);
        Assert.Contains("CHANGED", ran.Output, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static int Number(JsonElement json, string name) => json.GetProperty(name).GetInt32();

    private JsonElement Run(params string[] args) => Of([.. args, "--json"]).Json;

    private Ran Of(params string[] args) => Ran.Of(["ledger", .. args, "--data", _folder.FullName]);

    // An hour between events; variants in turn.
    private string Write(string name, int from, int until)
    {
        var lines = new StringBuilder();
        for (var i = from; i < until; i++)
        {
            lines.Append(CultureInfo.InvariantCulture,
                $$"""{"id":"e{{i}}","ts":"2026-03-0{{1 + (i / 24)}}T{{i % 24:00}}:00:00Z","exp_id":"pricing-1","variant":"{{(i % 2 == 0 ? "control" : "short")}}","event":"purchase","value":0.1,"session_id":"s{{i}}"}""").Append('\n');
        }

        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, lines.ToString());
        return path;
    }
}
