using Optimizer.Domain.Plays;
using Optimizer.Testing;
using Optimizer.Workflows;
using Optimizer.Workflows.Definitions;

namespace Optimizer.Tests.Workflows.Definitions;

/// <summary>Definitions that others wrote.</summary>
public class SharedPlaysTests
{
    [SharedFact]
    public void Read_EveryRealDefinition_HasNoProblemAndSurvivesTheRoundTrip()
    {
        var files = Directory.GetFiles(SharedFolder.File("plays", "definitions"), "*.json");

        Assert.Equal(181, files.Length);
        foreach (var path in files)
        {
            var read = PlayFile.Read(File.ReadAllText(path), Path.GetFileName(path));
            Assert.Empty(read.Problems);
            var document = Assert.Single(read.Plays);
            Assert.Equal(Path.GetFileNameWithoutExtension(path), document.Play.Slug);
            Assert.NotEmpty(document.Play.Primary);
            Assert.All(document.Play.Kpis, kpi => Assert.False(kpi.Measure.IsTracked));
            SameAfterRoundTrip(document.Play);
        }
    }

    [SharedFact]
    public void Read_SixExamples_AreAllReadWithTheirLinesAndTexts()
    {
        var text = File.ReadAllText(SharedFolder.File("plays", "examples.yaml"));

        var read = PlayFile.Read(text, "examples.yaml");

        Assert.Empty(read.Problems);
        Assert.Equal(
            ["outbound-founder-email", "newsletter-sponsorships", "virtual-summit-hosting", "upgrade-prompts", "price-objection-handling", "activation-checklist"],
            read.Plays.Select(each => each.Play.Slug));
        var lines = text.Split('\n');
        foreach (var document in read.Plays)
        {
            Assert.Equal(lines[document.Line - 1], document.Text.Split('\n')[0]);
            var alone = PlayFile.Read(document.Text, "stored");
            Assert.Empty(alone.Problems);
            Assert.Equal(Payload.Of(document.Play), Payload.Of(Assert.Single(alone.Plays).Play));
            SameAfterRoundTrip(document.Play);
        }
    }

    [SharedFact]
    public void Read_Examples_KeepEveryField()
    {
        var plays = PlayFile.Read(File.ReadAllText(SharedFolder.File("plays", "examples.yaml")), "examples.yaml").Plays.Select(each => each.Play).ToList();

        var email = plays[0];
        Assert.Equal(new Span(14, SpanUnit.Day), email.Kpis[0].Measure.ConversionWindow);
        Assert.Equal("\"signal\"", email.Kpis[1].Measure.Numerator!.Where["origin"]);
        Assert.Equal("{\"ledger\":\"play\"}", email.Kpis[2].Measure.Cost);
        Assert.Equal(new KpiTarget("<=", 200, null, null), email.Kpis[2].Target);
        Assert.Equal(GuardrailAction.Notify, email.Guardrails[0].Action);
        Assert.Equal(new Span(2, SpanUnit.Week), email.Guardrails[0].ForPeriods);
        Assert.Equal(1.6, email.Guardrails[0].Value);
        Assert.Equal(DayOfWeek.Friday, email.Report.Day);
        Assert.Equal(new CostRange(710, 740), email.MonthlyUsd);
        Assert.Equal((0.95, 10, 200), (email.Experiment.MinConfidence, email.Experiment.MinLift, email.Experiment.MinSamplesPerVariant));
        Assert.Equal(["subject_line", "social_proof", "cadence"], email.Variables.Where(variable => variable.Autonomous).Select(variable => variable.Key));

        Assert.Equal((0.15, 0.2), (plays[1].Monitor.Bands.Drop, plays[1].Monitor.Bands.Spike));
        Assert.Equal(0.15, plays[1].Convergence.ReenterOnDeviation);
        Assert.Equal("newsletter", plays[1].Segments!.Dimension);
        Assert.Equal(new Span(1, SpanUnit.Quarter), plays[2].Cycle!.TypicalLength);
        Assert.Equal("variable", plays[2].Convergence.Scope);
        Assert.Equal(["ratio", "average", "median"], plays[4].Kpis.Select(kpi => kpi.Measure.Type.ToString().ToLowerInvariant()));
        Assert.Equal("\"overcome\"", plays[4].Kpis[0].Measure.Numerator!.Where["outcome"]);
        Assert.Equal((null, (double?)0.05), (plays[5].Convergence.ReenterOnDeviation, plays[5].Convergence.ReenterOnPoints));
        Assert.Contains("countIf(toInt(properties.score)>=9)", plays[5].Kpis[1].Measure.Query, StringComparison.Ordinal);
        Assert.Equal(["activation-checklist_converted", "activation-checklist_impression"], plays[5].Kpis[2].Measure.Events);
        Assert.Equal(new TimeOnly(9, 0), plays[5].Monitor.At);
    }

    private static void SameAfterRoundTrip(Play play)
    {
        var written = Payload.Of(play);
        Assert.Equal(written, Payload.Of(written.Read<Play>()));
    }
}
