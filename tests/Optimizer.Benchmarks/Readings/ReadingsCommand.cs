using System.CommandLine;
using System.Globalization;
using System.Text;
using Optimizer.Domain.Decisions;
using Optimizer.Domain.Experiments;
using Optimizer.Statistics.Samples;

namespace Optimizer.Benchmarks.Readings;

/// <summary>How many readings of an experiment one core makes in a second, and how many decisions.</summary>
internal static class ReadingsCommand
{
    private const double Goal = 20_000;

    private static readonly (string Name, ReadingInput Input)[] Inputs =
    [
        ("one weight, 1,000 visitors a day", ReadingInput.Of(1_000, true)),
        ("28 weights, 1,000 visitors a day", ReadingInput.Of(1_000, false)),
        ("one weight, 100,000 visitors a day", ReadingInput.Of(100_000, true)),
        ("28 weights, 100,000 visitors a day", ReadingInput.Of(100_000, false)),
    ];

    public static Command Build()
    {
        var write = new Option<bool>("--write") { Description = "Writes results/readings.md." };
        var command = new Command("readings", "Readings and decisions a second on one core, with the ratio to a fixed loop.") { write };
        command.SetAction(parsed => Run(parsed.GetValue(write)));
        return command;
    }

    private static int Run(bool write)
    {
        var page = new StringBuilder();
        page.Append("# Speed of readings\n\n`dotnet run -c Release --project tests/Optimizer.Benchmarks -- readings`\n\n");
        page.Append(
            "One core, medians of 25 repeats after warm-up. A reading of two groups over 28 days: evidence better and worse, lift "
            + "interval, chance to win with both losses, sample ratio, shrunk log ratio. Per reference: how many in the time of a million "
            + "Math.Exp, timed at the same moments");
        page.Append(CultureInfo.InvariantCulture, $" (here {1000 * Stopwatched.Of(Stopwatched.Reference).Microseconds / 1e6:0.0} ms).\n\n");
        var met = Whole(page);
        Looks(page);
        Parts(page);
        Console.Out.Write(page);
        if (write)
        {
            Results.Write("readings.md", page.ToString());
        }

        return met ? 0 : 1;
    }

    private static bool Whole(StringBuilder page)
    {
        var met = true;
        page.Append(CultureInfo.InvariantCulture, $"| reading | a second | per reference | goal {Goal:#,0} a second |\n|---|---:|---:|---|\n");
        foreach (var (name, input) in Inputs)
        {
            var speed = Stopwatched.Of(input.Whole);
            met &= speed.PerSecond >= Goal;
            Row(page, name, speed, speed.PerSecond >= Goal ? "PASS" : "FAIL");
        }

        return met;
    }

    private static void Looks(StringBuilder page)
    {
        page.Append("\n| decision | a second | per reference | microseconds |\n|---|---:|---:|---:|\n");
        foreach (var (name, input) in Inputs)
        {
            var before = input.AllDays.SkipLast(1).Aggregate(
                new ExperimentProgress<Proportion>(["control", "variant"], new ConversionLook().At), (progress, day) => progress.With(day));
            var last = input.AllDays[^1];
            var now = before.With(last);
            var (reading, health, rules) = (now.Read(), now.Health(), new DecisionRules { EndDay = 56 });
            var decide = Stopwatched.Of(() => (double)DecisionRule.Decide(reading, health, rules).Kind);
            Row(page, $"DecisionRule.Decide, {name}", decide, Microseconds(decide));
            var look = Stopwatched.Of(() =>
            {
                var today = before.With(last);
                return (double)DecisionRule.Decide(today.Read(), today.Health(), rules).Kind;
            });
            Row(page, $"daily look: add a day, read, decide, {name}", look, Microseconds(look));
        }
    }

    private static void Parts(StringBuilder page)
    {
        page.Append("\n| part of a reading, microseconds |");
        foreach (var (name, _) in Inputs)
        {
            page.Append(CultureInfo.InvariantCulture, $" {name} |");
        }

        page.Append("\n|---|").Insert(page.Length, "---:|", Inputs.Length).Append('\n');
        for (var part = 0; part < Inputs[0].Input.Parts.Count; part++)
        {
            page.Append(CultureInfo.InvariantCulture, $"| {Inputs[0].Input.Parts[part].Name} |");
            foreach (var (_, input) in Inputs)
            {
                page.Append(CultureInfo.InvariantCulture, $" {Microseconds(Stopwatched.Of(input.Parts[part].Part))} |");
            }

            page.Append('\n');
        }
    }

    private static void Row(StringBuilder page, string name, Stopwatched speed, string last) =>
        page.Append(CultureInfo.InvariantCulture, $"| {name} | {speed.PerSecond:#,0} | {speed.PerReference:#,0.0} | {last} |\n");

    private static string Microseconds(Stopwatched speed) => speed.Microseconds.ToString("0.0", CultureInfo.InvariantCulture);
}
