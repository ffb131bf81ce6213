using Optimizer.Domain.Plays;
using Optimizer.Workflows;
using Optimizer.Workflows.Definitions;
using static Optimizer.Tests.Workflows.Definitions.Written;

namespace Optimizer.Tests.Workflows.Definitions;

public class PlayFileTests
{
    private const string Least = """
        {"apiVersion":1,"slug":"least","name":"Least","channels":["Email"],"kpis":[{"key":"k","role":"primary","kind":"count","direction":"up",
        "unit":"count","target":null,"measure":{"type":"untracked"}}],"monitor":{"cadence":["daily"]},"experiment":{},"limits":{"maxActive":[{"max":1,"scope":"play"}],
        	"maxPer":[{"max":4,"period":"month","scope":"play"}],"cooldown":{"n":7,"unit":"day"}},"convergence":{"maxLiftPercent":2,"consecutive":3},"report":{"cadence":["weekly"]}}
        """;

    [Fact]
    public void Read_PlayThatSetsEverything_IsReadAsWritten()
    {
        var play = Assert.Single(Read(Whole).Plays).Play;

        Assert.Equal(new Span(2, SpanUnit.Week), play.Cycle!.TypicalLength);
        Assert.Equal(["founder", "marketer"], play.Segments!.Values);
        Assert.Equal([("plan", "\"pro\""), ("seats", "3")], play.Kpis[0].Measure.Numerator!.Where.Select(pair => (pair.Key, pair.Value)));
        Assert.Equal(new KpiTarget(null, null, "peak", 1.15), play.Kpis[2].Target);
        Assert.Equal(("billing", "margin"), (play.Kpis[3].Measure.Metric!.Source, play.Kpis[3].Measure.Metric!.Name));
        Assert.Equal("Europe/Berlin", play.Monitor.TimeZone);
        Assert.Equal((0.02, 0.1, 0.2, 0.5), (play.Monitor.Bands.Plateau, play.Monitor.Bands.Normal, play.Monitor.Bands.Drop, play.Monitor.Bands.Spike));
        Assert.Equal([new Variable("subject_line", "email-tool", true, "\"Hello\""), new Variable("offer", "billing", false, null)], play.Variables);
        Assert.Equal(new Span(6, SpanUnit.Week), play.Experiment.MaxDuration);
        Assert.Equal(["offer"], play.Approvals[0].Variables);
        Assert.Equal(DayOfWeek.Friday, play.Report.Day);
        var written = Payload.Of(play);
        Assert.Equal(written, Payload.Of(written.Read<Play>()));
    }

    [Fact]
    public void Read_JsonThatSetsNothingOptional_HoldsTheSchemasDefaults()
    {
        var read = PlayFile.Read(Least, "least.json");

        Assert.Empty(read.Problems);
        var play = Assert.Single(read.Plays).Play;
        Assert.Equal((6, "UTC", new TimeOnly(8, 0)), (play.HorizonMonths, play.Monitor.TimeZone, play.Monitor.At));
        Assert.Equal((AssignmentKind.Randomized, 100, 10, 0.9, 5), (play.Experiment.Assignment, play.Experiment.MinSamplesPerVariant, play.Experiment.MinLift, play.Experiment.MinConfidence, play.Experiment.MaxSecondaryDegradationPercent));
        Assert.Equal((4, 7), (play.Limits.FailuresBeforePause, play.Limits.Cooldown.Days()));
        Assert.Equal(DayOfWeek.Monday, play.Report.Day);
    }

    [Fact]
    public void Read_BadDocumentBetweenGoodOnes_HidesNone()
    {
        var text = $"# three\n---\n{Least}\n---\nslug: [open\n--- # the third\n{Least.Replace("least", "third", StringComparison.Ordinal)}\n...\n";

        var read = Read(text);

        Assert.Equal([("least", 3), ("third", 9)], read.Plays.Select(each => (each.Play.Slug, each.Line)));
        var problem = Assert.Single(read.Problems);
        Assert.Contains("is not YAML", problem.Problem, StringComparison.Ordinal);
        Assert.InRange(problem.Line, 7, 8);
    }

    [Fact]
    public void Read_SeveralThingsBroken_SaysAllInTheOrderOfTheFile()
    {
        var read = Read(Whole.Replace("role: primary", "role: hero", StringComparison.Ordinal)
            .Replace("at: \"08:30\"", "at: noon", StringComparison.Ordinal)
            .Replace("horizonMonths", "horizon", StringComparison.Ordinal)
            .Replace("consecutive: 3", "consecutive: 0", StringComparison.Ordinal));

        Assert.Equal(["horizon", "kpis[0].role", "monitor.at", "convergence.consecutive"], read.Problems.Select(problem => problem.Field));
    }

    [Fact]
    public void Read_OneSlugTwice_KeepsTheFirstAndNamesBothLines()
    {
        var read = Read($"{Least}\n---\n{Whole}\n---\n{Least}");

        Assert.Equal(["least", "trial-nurture"], read.Plays.Select(each => each.Play.Slug));
        var problem = Assert.Single(read.Problems);
        Assert.Equal("slug", problem.Field);
        Assert.Contains("as of the play that begins on line 1;", problem.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing\n\n---\n...\n")]
    [InlineData("\uFEFF\r\n")]
    public void Read_NothingInIt_SaysSo(string text) => Assert.StartsWith("holds no play", Assert.Single(Read(text).Problems).Problem, StringComparison.Ordinal);

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Read_OtherLineEnds_AreTheSame(string end)
    {
        var text = $"%YAML 1.2\n---\n{Whole}\n---\n{Least}".Replace("\n", end, StringComparison.Ordinal);

        var read = Read("\uFEFF" + text);

        Assert.Empty(read.Problems);
        Assert.Equal([3, 3 + Whole.Split('\n').Length + 1], read.Plays.Select(each => each.Line));
    }

    [Theory]
    [InlineData("slug: *later", "names no anchor")]
    [InlineData("slug: &a [*a]", "names no anchor")]
    [InlineData("slug: !!int 5", "has no meaning in a definition")]
    [InlineData("[1, 2]: x", "must be a word")]
    [InlineData("a: 1\n\tb: 2", "tabs")]
    [InlineData("a: \"\\ud800\"", "")]
    [InlineData("just words", "must be a group of fields")]
    [InlineData("null", "must be a group of fields")]
    [InlineData("kpis:\n- target: {op: >, value: 2}", "Put the signs > and < in quotes")]
    [InlineData("a: 1\n}", "is not YAML")]
    public void Read_NoDefinition_IsRefusedWithAReason(string text, string reason)
    {
        var read = Read(text);

        Assert.Empty(read.Plays);
        Assert.Contains(read.Problems, problem => problem.Problem.Contains(reason, StringComparison.Ordinal));
    }

    [Fact]
    public void Read_HalfOfACharacter_IsRefusedWithItsLine() =>
        Assert.Equal("plays.yaml:2: holds half of a character (a lone surrogate); save the file as UTF-8", Assert.Single(Read("a: 1\nb: \uD83D").Problems).ToString());

    [Fact]
    public void Read_Alias_StandsForWhatItNames()
    {
        var read = Read(With("recent: {n: 2, unit: week}", "recent: &window {n: 2, unit: week}\n  baseline: *window"));

        Assert.Equal(new Span(2, SpanUnit.Week), Assert.Single(read.Plays).Play.Monitor.Baseline);
    }

    [Fact]
    public void Read_AliasesThatGrowWithoutEnd_AreRefused()
    {
        var lines = Enumerable.Range(1, 30).Select(i => $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]");

        var problem = Assert.Single(Read($"a0: &a0 [x]\n{string.Join('\n', lines)}").Problems);

        Assert.Contains("more than 20000 values", problem.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData('[')]
    [InlineData('{')]
    public void Read_NestedWithoutEnd_IsRefused(char open) =>
        Assert.Contains("deep within one another", Assert.Single(Read($"a: {new string(open, 50_000)}").Problems).Problem, StringComparison.Ordinal);

    [Fact]
    public void Read_DocumentTooLong_IsRefusedAndTheNextIsRead()
    {
        var read = Read($"name: {new string('x', 300_000)}\n---\n{Least}");

        Assert.Contains("at most 262144 are read", Assert.Single(read.Problems).Problem, StringComparison.Ordinal);
        Assert.Equal("least", Assert.Single(read.Plays).Play.Slug);
    }

    [Fact]
    public void Read_JsonEscapes_AreTheirCharacters()
    {
        var read = PlayFile.Read(Least.Replace("\"Least\"", "\"caf\\u00e9 \\/ \\ud83d\\ude00 \\\"x\\\"\"", StringComparison.Ordinal), "least.json");

        Assert.Empty(read.Problems);
        Assert.Equal("café / 😀 \"x\"", read.Plays[0].Play.Name);
    }
}
