using System.Globalization;
using Optimizer.Testing;
using Optimizer.Tests.Connectors.Files;
using Optimizer.Tests.Standalone.Commands;

namespace Optimizer.Tests.Standalone.Backtests;

/// <summary>A play of one's own from a CSV: what the command says, keeps and refuses.</summary>
public class BacktestCommandTests
{
    private static readonly string Play = Repository.File("samples", "plays", "onboarding-checklist.yaml");
    private static readonly string Signups = Repository.File("samples", "signups-per-day.csv");
    private static readonly string Button = Repository.File("samples", "signup-button.csv");

    [Fact]
    public void Backtest_WithoutExperiments_FlagsProposesAndStartsNothing()
    {
        var json = Ran.Of("backtest", "--play", Play, "--kpi", Signups, "--date", "date", "--value", "signups", "--autonomy", "full", "--json").Json;

        Assert.Equal("advisory", json.GetProperty("autonomy").GetString());
        Assert.Contains("no recording says what a variant would have done", json.GetProperty("notes").ToString(), StringComparison.Ordinal);
        var drop = Assert.Single(json.GetProperty("flagged").EnumerateArray());
        Assert.Equal(("drop", "2026-03-05", "2026-03-09"), (drop.GetProperty("class").GetString(), drop.GetProperty("first").GetString(), drop.GetProperty("last").GetString()));
        Assert.Equal(3, json.GetProperty("hypotheses").GetArrayLength());
        var best = json.GetProperty("hypotheses")[0];
        Assert.Equal("autonomy_advisory", best.GetProperty("ruling").GetProperty("code").GetString());
        Assert.Equal("allow", best.GetProperty("atFull").GetProperty("kind").GetString());
        Assert.Equal(0, json.GetProperty("experiments").GetArrayLength());
        Assert.Equal(0, json.GetProperty("approvals").GetArrayLength());
    }

    [Fact]
    public void Backtest_WithExperiments_GoesOnToTheDecision()
    {
        var json = Ran.Of("backtest", "--play", Play, "--kpi", Signups, "--experiments", Button, "--autonomy", "full", "--json").Json;
        var experiment = Assert.Single(json.GetProperty("experiments").EnumerateArray());
        var evaluated = Ran.Of("evaluate", Button, "--arm", "variant", "--control", "control", "--metric", "signups", "--date", "date", "--json").Json;

        // Day by day in the loop, the same as the file judged as a whole.
        Assert.Equal(("adopt_proven", 14), (experiment.GetProperty("end").GetString(), experiment.GetProperty("days").GetInt32()));
        Assert.Equal("ADOPT_PROVEN", evaluated.GetProperty("decision").GetProperty("code").GetString());
        Assert.Equal("literal", experiment.GetProperty("otherMode").GetProperty("mode").GetString());
        Assert.Contains("plus20", experiment.GetProperty("statedRules").EnumerateArray().Select(rule => rule.GetProperty("rule").GetString()));
        Assert.Equal("approved", Assert.Single(json.GetProperty("approvals").EnumerateArray()).GetProperty("state").GetString());
    }

    [Fact]
    public void Backtest_InADataDirectory_IsExplainedAndReplayedAfterwards()
    {
        var folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            Assert.Equal(0, Ran.Of("backtest", "--play", Play, "--kpi", Signups, "--experiments", Button, "--data", folder).ExitCode);

            Assert.Equal(0, Ran.Of("why", "onboarding-checklist-1.14", "--data", folder).ExitCode);
            Assert.True(Ran.Of("replay", "onboarding-checklist-1.14", "--data", folder, "--json").Json.GetProperty("same").GetBoolean());
            Assert.Equal(0, Ran.Of("replay", "onboarding-checklist/activation_rate/2026-03-04", "--data", folder).ExitCode);
            Assert.Equal(0, Ran.Of("brief", "onboarding-checklist", "--data", folder).ExitCode);
            Assert.Equal(0, Ran.Of("audit", "verify", "--data", folder).ExitCode);

            var again = Ran.Of("backtest", "--play", Play, "--kpi", Signups, "--data", folder);
            Assert.Equal((6, ""), (again.ExitCode, again.Output));
            Assert.Contains("holds records already", again.Error, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Backtest_Twice_SaysTheSame() => Assert.Equal(
        Ran.Of("backtest", "--play", Play, "--kpi", Signups, "--experiments", Button).Output,
        Ran.Of("backtest", "--play", Play, "--kpi", Signups, "--experiments", Button).Output);

    [Fact]
    public void Backtest_Page_SaysWhatNobodyCanKnowAndWhatToTypeNext()
    {
        var page = Ran.Of("backtest", "--play", Play, "--kpi", Signups).Output;

        Assert.Contains("Backtest of Onboarding checklist on signups-per-day.csv", page, StringComparison.Ordinal);
        Assert.Contains("What a replay cannot know", page, StringComparison.Ordinal);
        Assert.Contains("At full: would start alone", OnOneLine(page), StringComparison.Ordinal);
        Assert.Contains("Say --data DIR", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Backtest_LastDays_LooksAtThemOnly()
    {
        var json = Ran.Of("backtest", "--play", Play, "--kpi", Signups, "--days", "10", "--json").Json;

        Assert.Equal("2026-02-28", json.GetProperty("replayedFrom").GetString());
        Assert.Equal(10, json.GetProperty("classes").EnumerateObject().Sum(pair => pair.Value.GetInt32()));
        Assert.False(json.GetProperty("classes").TryGetProperty("insufficient_data", out _));
    }

    [Fact]
    [Trait("Req", "S0-063")]
    public void Backtest_UntrackedKpi_IsMeasuredByTheRecordingAndSaysSo()
    {
        const string Measured =
            """
                measure:
                  type: ratio
                  numerator: {event: account_activated, distinct: account_id}
                  denominator: {event: signup_completed, distinct: account_id}
                  conversionWindow: {n: 10, unit: day}
            """;
        var text = File.ReadAllText(Play).ReplaceLineEndings("\n");
        var untracked = text.Replace(Measured.ReplaceLineEndings("\n"), "    measure: {type: untracked, candidateEvents: [account_activated]}", StringComparison.Ordinal);
        Assert.NotEqual(text, untracked);
        using var play = new WrittenFile(untracked.Replace("name: Onboarding checklist", "name: \"Own [bold]play[/]\"", StringComparison.Ordinal), ".yaml");
        using var kpi = new WrittenFile(Series(90, day => day < 60 ? 100 + (day % 7) : 60 + (day % 7)));
        var ran = Ran.Of("backtest", "--play", play.Path, "--kpi", kpi.Path);

        Assert.Equal((0, ""), (ran.ExitCode, ran.Error));
        Assert.Contains("Own [bold]play[/]", ran.Output, StringComparison.Ordinal);
        Assert.Contains("Here the recording is its measure", OnOneLine(ran.Output), StringComparison.Ordinal);
        Assert.Contains("drop", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Backtest_PolicyBelowWhatIsAsked_Holds()
    {
        using var policy = new WrittenFile("version: 1\nset:\n  autonomy.ceiling: shadow\n", ".yaml");
        var json = Ran.Of("backtest", "--play", Play, "--kpi", Signups, "--experiments", Button, "--policy", policy.Path, "--json").Json;

        Assert.Equal(("shadow", 0), (json.GetProperty("autonomy").GetString(), json.GetProperty("experiments").GetArrayLength()));
        Assert.Contains("The policy allows shadow at most", json.GetProperty("notes").ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(27, false)]
    [InlineData(28, true)]
    [Trait("Req", "S0-025")]
    public void Backtest_FewDays_IsRefusedBelow28(int days, bool runs)
    {
        using var kpi = new WrittenFile(Series(days, _ => 100));
        var ran = Ran.Of("backtest", "--play", Play, "--kpi", kpi.Path);

        Assert.Equal(runs ? 0 : 2, ran.ExitCode);
        Assert.Equal(runs, !ran.Error.Contains("a backtest needs at least 28", StringComparison.Ordinal));
    }

    [Fact]
    public void Backtest_WrongFiles_AreRefusedInOneLine()
    {
        using var doubled = new WrittenFile("date,signups\n2026-01-01,1\n2026-01-01,2\n");
        using var gap = new WrittenFile("date,signups\n2024-01-01,1\n2026-01-01,2\n");

        Assert.Contains("there is no such column", Refused("--kpi", Signups, "--value", "leads"), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("stands on line 2 already", Refused("--kpi", doubled.Path), StringComparison.Ordinal);
        Assert.Contains("at most 366 may lie between", Refused("--kpi", gap.Path), StringComparison.Ordinal);
        Assert.Contains("control 'off' does not occur", Refused("--kpi", Signups, "--experiments", Button, "--control", "off"), StringComparison.Ordinal);
        Assert.Contains("--days must be a number of days", Refused("--kpi", Signups, "--days", "0"), StringComparison.Ordinal);
        Assert.Contains("no such file", Ran.Of("backtest", "--play", "gone.yaml", "--kpi", Signups).Refusal(), StringComparison.Ordinal);

        static string Refused(params string[] options) => Ran.Of(["backtest", "--play", Play, .. options]).Refusal();
    }

    private static string OnOneLine(string page) => string.Join(' ', page.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Series(int days, Func<int, double> figure) => "date,leads\n" + string.Concat(Enumerable.Range(0, days).Select(day =>
        string.Create(CultureInfo.InvariantCulture, $"{new DateOnly(2024, 1, 1).AddDays(day):yyyy-MM-dd},{figure(day)}\n")));
}
