using Optimizer.Embedded.Records;
using Optimizer.Testing;
using Optimizer.Tests.Standalone.Commands;
using Optimizer.Tests.Workflows.Definitions;

namespace Optimizer.Tests.Standalone.Plays;

/// <summary><c>plays list</c> and <c>plays show</c>, from the data directory and from files.</summary>
public class PlaysShowCommandTests
{
    private static readonly DateTimeOffset Since = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task List_PlaysInForce_AreShownFromTheDataDirectory()
    {
        using var folder = new PlaysFolder();
        await PutAsync(folder, "trial-nurture", Written.Whole);
        await PutAsync(folder, "policy", "version: 1");

        var ran = Ran.Of("plays", "list", "--data", folder.Path);
        var json = Ran.Of("plays", "list", "--data", folder.Path, "--json").Json;

        Assert.Equal((0, ""), (ran.ExitCode, ran.Error));
        Assert.Contains("paid_rate", ran.Output, StringComparison.Ordinal);
        Assert.Contains("1 of 2 alone", ran.Output, StringComparison.Ordinal);
        var play = Assert.Single(json.GetProperty("plays").EnumerateArray().ToList());
        Assert.Equal("trial-nurture", play.GetProperty("slug").GetString());
        Assert.Equal(Since, play.GetProperty("inForceSince").GetDateTimeOffset());
        Assert.Equal(16, play.GetProperty("hash").GetString()!.Length);
    }

    [Fact]
    public void List_NothingRecordedYet_SaysSoAndMakesNothing()
    {
        using var folder = new PlaysFolder();

        var ran = Ran.Of("plays", "list", "--data", folder.Path);

        Assert.Equal((0, ""), (ran.ExitCode, ran.Error));
        Assert.StartsWith("No plays yet.", ran.Output, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void List_RecordsThatAreNone_FailInOneLine()
    {
        using var folder = new PlaysFolder();
        folder.Write(RecordOptions.FileName, "this is no database at all, however long it goes on");

        var ran = Ran.Of("plays", "list", "--data", folder.Path);

        Assert.Equal((7, ""), (ran.ExitCode, ran.Output));
        Assert.Single(ran.Error.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task Show_PlayInForce_IsAPageWithAllItsParts()
    {
        using var folder = new PlaysFolder();
        await PutAsync(folder, "trial-nurture", Written.Whole);

        var page = Ran.Of("plays", "show", "trial-nurture", "--data", folder.Path);

        Assert.Equal((0, ""), (page.ExitCode, page.Error));
        var words = string.Join(' ', page.Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        foreach (var part in new[]
        {
            "Trial nurture trial-nurture", "in force since 2026-03-02 08:00Z", "plan_started with plan \"pro\", seats 3 out of trial_started, within 14 days", "up, to >= 10.0 %",
            "cost per trial_started", "against holdout", "a person approves", "daily at 08:30 Europe/Berlin", "a plateau within 2 % for 3 weeks", "acts on plateau, drop",
            "at least 7 days and 200 units a variant, at most 6 weeks", "pricing or discount, from 5 %, on offer", "unsubscribe_rate above 1 % for 2 days: tell people",
            "primary down by more than 30 % on control, while an experiment runs: revert", "nothing in the definition", "plan_started, trial_started: each at least once in the last 7 days",
        })
        {
            Assert.Contains(part, words, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Show_PlayThatIsNotTracked_SaysWhatIsMissing()
    {
        using var folder = new PlaysFolder();
        var file = folder.Write("a.yaml", Written.With("measure:\n      type: ratio\n      numerator: {event: plan_started, where: {plan: pro, seats: 3}}\n      denominator: {event: trial_started, distinct: person}\n      conversionWindow: {n: 14, unit: day}", "measure: {type: untracked, candidateEvents: [paid]}"));

        var page = Ran.Of("plays", "show", "trial-nurture", "--plays", file);
        var json = Ran.Of("plays", "show", "trial-nurture", "--plays", file, "--json").Json;

        Assert.Contains("paid_rate is the goal and is not tracked: no experiment starts before it is; candidates are paid", page.Output, StringComparison.Ordinal);
        Assert.False(json.GetProperty("canExperiment").GetBoolean());
        Assert.Equal("Untracked", json.GetProperty("definition").GetProperty("kpis")[0].GetProperty("measure").GetProperty("type").GetString());
    }

    [Fact]
    public void Show_NamesThatLookLikeMarkup_AreShownAsTheyAre()
    {
        using var folder = new PlaysFolder();
        var file = folder.Write("a.yaml", Written.With("name: Trial nurture", "name: \"[red]bold[/] [\"").Replace("actuator: email-tool", "actuator: \"[x]\"", StringComparison.Ordinal));

        var page = Ran.Of("plays", "show", "trial-nurture", "--plays", file);

        Assert.Contains("[red]bold[/] [", page.Output, StringComparison.Ordinal);
        Assert.Contains("[x]", page.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Show_UnknownPlay_IsNotFound()
    {
        var ran = Ran.Of("plays", "show", "nobody", "--plays", Repository.File("samples", "plays"));

        Assert.Equal((5, ""), (ran.ExitCode, ran.Output));
        Assert.Contains("there is no play 'nobody'", ran.Error, StringComparison.Ordinal);
    }

    [SharedFact]
    public void Show_EveryRealAndExamplePlay_IsAPage()
    {
        foreach (var file in new[] { SharedFolder.File("plays", "definitions"), SharedFolder.File("plays", "examples.yaml") })
        {
            foreach (var play in Optimizer.Standalone.Plays.PlayFiles.Read([file]).Plays)
            {
                using var output = new StringWriter();
                Optimizer.Standalone.Plays.PlayPage.Write(
                    new Optimizer.Standalone.Commands.Terminal(TextReader.Null, output, TextWriter.Null, true, true).Console(), play);
                Assert.Contains("Missing before it can be optimised", output.ToString(), StringComparison.Ordinal);
            }
        }
    }

    private static async Task PutAsync(PlaysFolder folder, string name, string text)
    {
        using var records = RecordStore.Open(Path.Combine(folder.Path, RecordOptions.FileName), new() { Durable = false });
        await records.Plays.PutAsync(name, text, "plays/nurture.yaml", Since, default);
    }
}
