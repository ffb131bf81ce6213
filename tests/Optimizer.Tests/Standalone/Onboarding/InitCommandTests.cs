using Optimizer.Testing;
using Optimizer.Tests.Standalone.Commands;
using Optimizer.Workflows.Definitions;

namespace Optimizer.Tests.Standalone.Onboarding;

public sealed class InitCommandTests : IDisposable
{
    private static readonly string Sample = Path.Combine(Repository.Root, "samples", "signups-per-day.csv");
    private readonly DataFolder _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public void Run_SampleFile_MakesAPlayThatValidatesAndLivesThroughItsHistory()
    {
        var document = _data.Run("init", "--csv", Sample, "--yes", "--variable", "headline=Start: \"now\"", "--variable", "cta", "--json").Json;

        Assert.Equal(["plays/signups.yaml", "kpis/signups.csv", "policy.yaml"], document.GetProperty("files").EnumerateArray().Select(file => file.GetString()));
        Assert.Equal((98, 1, "count", "up"), (document.GetProperty("days").GetInt32(), document.GetProperty("missing").GetInt32(), document.GetProperty("kind").GetString(), document.GetProperty("direction").GetString()));
        Assert.Equal("drop", document.GetProperty("backtest").GetProperty("flagged")[0].GetProperty("class").GetString());
        Assert.Equal(5, document.GetProperty("next").GetArrayLength());
        var read = PlayFile.Read(File.ReadAllText(_data.In("plays", "signups.yaml")), "signups.yaml");
        Assert.Empty(read.Problems);
        Assert.Equal([("headline", "\"Start: \\\"now\\\"\""), ("cta", null)], read.Plays.Single().Play.Variables.Select(variable => (variable.Key, variable.Current)));
        Assert.NotNull(PolicyFile.Read(File.ReadAllText(_data.In("policy.yaml")), "policy.yaml").Policy);
        Assert.Equal(98 + 1, File.ReadLines(_data.In("kpis", "signups.csv")).Count());
        Assert.Equal(0, Ran.Of("plays", "validate", _data.In("plays")).ExitCode);
    }

    [Fact]
    public void Run_NotSaidAndNobodyToAsk_NamesEveryOptionAndWritesNothing()
    {
        var refusal = _data.Run("init", "--csv", Sample, "--time-zone", "Europe/Berlin").Refusal();

        Assert.Equal("not said: --date date --value signups --kpi signups --direction up --kind count --slug signups --name Signups; add what is right, or --yes to take all of these", refusal);
        Assert.False(Directory.Exists(_data.Path));
    }

    [Fact]
    public void Run_EverythingSaid_NeedsNoYes()
    {
        var ran = _data.Run(
            "init", "--csv", _data.Csv(40, "Tag,Rate %"), "--date", "Tag", "--value", "Rate %", "--kpi", "signup_rate", "--kind", "rate", "--event", "sign-up", "--unit", "visit",
            "--slug", "landing", "--name", "Landing: page", "--direction", "down", "--time-zone", "Europe/Berlin");

        Assert.Equal((0, ""), (ran.ExitCode, ran.Error));
        var play = PlayFile.Read(File.ReadAllText(_data.In("plays", "landing.yaml")), "landing.yaml").Plays.Single().Play;
        Assert.Equal(("Landing: page", "Europe/Berlin", "sign-up", "visit"), (play.Name, play.Monitor.TimeZone, play.Primary.Single().Measure.Numerator!.Event, play.Primary.Single().Measure.Denominator!.Event));
        Assert.StartsWith("date,signup_rate\n", File.ReadAllText(_data.In("kpis", "landing.csv")), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_UnitIsAColumn_KeepsItBesideTheFigure()
    {
        File.WriteAllText(_data.Beside("r.csv"), "date,rate,visit\n2026-01-02,0.1,900\n2026-01-01,0.2,800\n");

        Assert.Equal(0, _data.Run("init", "--csv", _data.Beside("r.csv"), "--unit", "visit", "--yes").ExitCode);
        Assert.Equal("date,rate,visit\n2026-01-01,0.2,800\n2026-01-02,0.1,900\n", File.ReadAllText(_data.In("kpis", "rate.csv")));
    }

    [Theory]
    [InlineData("date,a,b\n2026-01-01,1,2\n", ": --value may be a, b; say which")]
    [InlineData("when,a\nsoon,1\n", ": no column holds only dates; name the column with --date")]
    [InlineData("date,a\n2026-01-01,much\n", ": no column holds only numbers of 0 or more; name the column with --value")]
    [InlineData("date,a\n2026-01-01,1\n2026-01-08,1\n2026-01-15,1\n2026-01-22,1\n", ": column 'a' has figures of 4 of 22 days; a play is watched day by day: export a row a day")]
    [InlineData("", ": the file is empty; it needs a first line with column names")]
    public void Run_FileThatCannotServe_IsRefusedInOneLine(string content, string expected)
    {
        File.WriteAllText(_data.Beside("bad.csv"), content);

        Assert.Equal(_data.Beside("bad.csv") + expected, _data.Run("init", "--csv", _data.Beside("bad.csv"), "--yes").Refusal());
        Assert.False(Directory.Exists(_data.Path));
    }

    [Theory]
    [InlineData("--slug", "Bad Slug", "slug")]
    [InlineData("--kpi", "Bad Key", "kpis[0].key")]
    [InlineData("--time-zone", "Mars/Olympus", "timezone")]
    public void Run_OptionThatMakesNoValidPlay_IsRefusedAndNothingIsWritten(string option, string value, string field)
    {
        Assert.Contains(field, _data.Run("init", "--csv", Sample, "--yes", option, value).Refusal(), StringComparison.Ordinal);
        Assert.False(Directory.Exists(_data.Path));
    }

    [Theory]
    [InlineData("plays/signups.yaml")]
    [InlineData("kpis/signups.csv")]
    [InlineData("kpis/signups.csv.gz")]
    public void Run_FileIsThere_ConflictsAndLeavesEverythingAsItWas(string there)
    {
        var file = _data.In(there);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, "mine");

        var ran = _data.Run("init", "--csv", Sample, "--yes");

        Assert.Equal((6, ""), (ran.ExitCode, ran.Output));
        Assert.Contains("is there already and stays as it is", ran.Error, StringComparison.Ordinal);
        Assert.Equal([file], Directory.EnumerateFiles(_data.Path, "*", SearchOption.AllDirectories));
        Assert.Equal("mine", File.ReadAllText(file));
    }

    [Fact]
    public void Run_SecondPlay_KeepsThePolicy()
    {
        Assert.Equal(0, _data.Run("init", "--csv", Sample, "--yes").ExitCode);
        File.AppendAllText(_data.In("policy.yaml"), "# ours\n");

        Assert.Equal(0, _data.Run("init", "--csv", Sample, "--yes", "--slug", "second").ExitCode);
        Assert.EndsWith("# ours\n", File.ReadAllText(_data.In("policy.yaml")), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_Dry_ShowsAndWritesNothing()
    {
        var ran = _data.Run("init", "--csv", Sample, "--yes", "--dry-run");

        Assert.Equal(0, ran.ExitCode);
        Assert.Contains("Nothing was written: --dry-run.", ran.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_data.Path));
    }

    [Fact]
    public void Run_TooFewDays_MakesThePlayWithoutABacktest()
    {
        var ran = _data.Run("init", "--csv", _data.Csv(27), "--yes");

        Assert.Equal(0, ran.ExitCode);
        Assert.Contains("No backtest yet: it needs 28 days of figures, and the file has 27.", ran.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(_data.In("plays", "signups.yaml")));
    }
}
