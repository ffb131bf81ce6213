using System.Globalization;
using System.Text;
using Optimizer.Benchmarks.Decisions;
using Optimizer.Domain.Decisions;

namespace Optimizer.Benchmarks.Market;

/// <summary>The page of results as Markdown.</summary>
internal sealed class MarketPage(int seeds, int weeks, int plays, double cpuMinutes, double minutes)
{
    private const double MostHarmful = 0.05;

    private readonly List<(MarketMode Mode, IReadOnlyList<IReadOnlyList<PlayYear>> Seeds)> _modes = [];

    /// <summary>Whether every goal was met.</summary>
    public bool Met => Goals().All(goal => goal.Met);

    public void Add(MarketMode mode, IReadOnlyList<IReadOnlyList<PlayYear>> years) => _modes.Add((mode, years));

    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append("# The loop on simulated markets\n\n");
        text.Append(CultureInfo.InvariantCulture,
            $"`dotnet run -c Release --project tests/Optimizer.Benchmarks -- market --seeds {seeds} --weeks {weeks} --plays {plays} --modes {string.Join(',', _modes.Select(mode => mode.Mode.Name))}`\n\n");
        text.Append(CultureInfo.InvariantCulture,
            $"{seeds} seeds, each a market of its own with {(plays == 1 ? "one play" : $"{plays} plays")} of the samples in turn, {weeks} virtual weeks, simulated people who answer, and one who resumes what is paused or under review on Mondays. "
            + $"Watched every 15 minutes, read every day, as it comes. {cpuMinutes:0.0} minutes of CPU, {minutes:0.0} by the clock on {Environment.ProcessorCount} cores that other work may have shared.\n\n");
        text.Append(
            "Gains are true ones, which nothing in the loop can see: mean of the primary KPI in the last four weeks against the same market on the same days "
            + "with nothing changed, in per cent of it, in the KPI's good direction; mean over seeds with its 95 % interval. The oracle has every variable at the "
            + "best setting of the strategist's catalogue from the first day on; regret is what is missing to it.\n\n");
        text.Append("## Goals\n\n");
        foreach (var (met, said) in Goals())
        {
            text.Append("- ").Append(met ? "PASS " : "FAIL ").Append(said).Append('\n');
        }

        Worth(text);
        Trials(text);
        Plays(text);
        text.Append('\n');
        foreach (var (mode, _) in _modes)
        {
            text.Append("- ").Append(mode.Name).Append(": ").Append(mode.About).Append('\n');
        }

        return text.ToString();
    }

    private IEnumerable<(bool Met, string Said)> Goals()
    {
        foreach (var (_, years) in _modes.Where(mode => mode.Mode.Name == MarketMode.Guarded))
        {
            var gain = Mean(years, year => year.Gain);
            yield return (gain.Value - Half(gain) > 0, $"the autopilot beats doing nothing: {Said(gain)}, interval above 0");
            var proven = All(years).SelectMany(year => year.Trials).Where(trial => trial.End == DecisionKind.AdoptProven).ToList();
            var harmful = proven.Count(trial => trial.Gain < 0);
            yield return (proven.Count > 0 && harmful <= MostHarmful * proven.Count,
                $"truly harmful among what it calls proven: {Shared(harmful, proven.Count)}, limit {Percent(MostHarmful)}");
        }
    }

    private void Worth(StringBuilder text)
    {
        text.Append("\n## Gain at the end\n\n| | gain, % | regret against the oracle, % | of the oracle's gain |\n|---|---:|---:|---:|\n");
        var any = _modes[0].Seeds;
        foreach (var (mode, years) in _modes)
        {
            Row(text, mode.Name, years, year => year.Gain);
        }

        foreach (var (mode, years) in _modes.Skip(1))
        {
            var difference = years.Zip(any, (ours, first) => first.Average(year => year.Gain) - ours.Average(year => year.Gain)).Aggregate(new Average(), (sum, next) => sum.With(next));
            text.Append(CultureInfo.InvariantCulture, $"| {_modes[0].Mode.Name} less {mode.Name}, seed by seed | {Said(difference)} | | |\n");
        }

        Row(text, "nothing changed", any, _ => 0);
        Row(text, "first move of every variable, untested", any, year => year.FirstMoves);
        Row(text, "a move of every variable by chance, untested", any, year => year.AnyMove);
        Row(text, "oracle", any, year => year.Best);
    }

    private static void Row(StringBuilder text, string name, IReadOnlyList<IReadOnlyList<PlayYear>> years, Func<PlayYear, double> gain) =>
        text.Append(CultureInfo.InvariantCulture,
            $"| {name} | {Said(Mean(years, gain))} | {Said(Mean(years, year => year.Best - gain(year)))} | {Percent(Mean(years, gain).Value / Mean(years, year => year.Best).Value)} |\n");

    private void Trials(StringBuilder text)
    {
        text.Append("\n## Experiments\n\n| |").AppendJoin(" |", _modes.Select(mode => $" {mode.Mode.Name}")).Append(" |\n|---|")
            .Append(string.Concat(_modes.Select(_ => "---:|"))).Append('\n');
        Line("plays that ran any", years => Shared(years.Count(year => year.Trials.Count > 0), years.Count));
        Line("experiments a play", years => Number(years.Average(year => year.Trials.Count)));
        Line("days live a play", years => Number(years.Average(year => year.Trials.Sum(trial => trial.Days))));
        Line("answers of people a play", years => Number(years.Average(year => year.Answers)));
        Line("times a play was resumed", years => Number(years.Average(year => year.Resumed)));
        foreach (var end in Enum.GetValues<DecisionKind>().Where(end => end != DecisionKind.Extend))
        {
            Line($"ended as {end}", years => Shared(Ended(years, end).Count, years.Sum(year => year.Trials.Count)));
            Line($"– true gain of the variant, mean, %", years => Said(Ended(years, end).Aggregate(new Average(), (sum, trial) => sum.With(trial.Gain))));
            if (end is DecisionKind.AdoptProven or DecisionKind.AdoptProvisional or DecisionKind.AdoptStated)
            {
                Line("– truly harmful", years => Shared(Ended(years, end).Count(trial => trial.Gain < 0), Ended(years, end).Count));
                Line("– harmful by more than 2 %", years => Shared(Ended(years, end).Count(trial => trial.Gain < -0.02), Ended(years, end).Count));
            }

            if (end == DecisionKind.AdoptProven)
            {
                Line("– gain booked, mean, %", years => Said(Ended(years, end).Aggregate(new Average(), (sum, trial) => sum.With(trial.Booked))));
            }

            if (end == DecisionKind.Revert)
            {
                Line("– truly better", years => Shared(Ended(years, end).Count(trial => trial.Gain > 0), Ended(years, end).Count));
                Line("– truly better, no other KPI truly worse by 5 %", years => Shared(Ended(years, end).Count(trial => trial is { Gain: > 0, HarmsOthers: false }), Ended(years, end).Count));
            }

            if (end == DecisionKind.Iterate)
            {
                Line("– truly better by more than 4 %", years => Shared(Ended(years, end).Count(trial => trial.Gain > 0.04), Ended(years, end).Count));
            }
        }

        Line("truly better by more than 4 %, of all begun", years => Shared(years.Sum(year => year.Trials.Count(trial => trial.Gain > 0.04)), years.Sum(year => year.Trials.Count)));
        Line("– of those adopted", years => Shared(
            years.Sum(year => year.Trials.Count(trial => trial is { Gain: > 0.04, IsAdopted: true })), years.Sum(year => year.Trials.Count(trial => trial.Gain > 0.04))));
        foreach (var status in _modes.SelectMany(mode => All(mode.Seeds)).Select(year => $"{year.Status} at {year.Autonomy}").Distinct().Order(StringComparer.Ordinal))
        {
            Line($"plays that ended {status}", years => Number(years.Count(year => $"{year.Status} at {year.Autonomy}" == status)));
        }

        void Line(string name, Func<List<PlayYear>, string> cell) =>
            text.Append("| ").Append(name).Append(" | ").AppendJoin(" | ", _modes.Select(mode => cell(All(mode.Seeds)))).Append(" |\n");
    }

    private void Plays(StringBuilder text)
    {
        text.Append("\n## By play, ").Append(_modes[0].Mode.Name).Append("\n\n| play | years | gain, % | oracle, % | experiments | adopted | reverted |\n|---|---:|---:|---:|---:|---:|---:|\n");
        foreach (var play in All(_modes[0].Seeds).GroupBy(year => year.Play, StringComparer.Ordinal).OrderBy(play => play.Key, StringComparer.Ordinal))
        {
            var trials = play.SelectMany(year => year.Trials).ToList();
            text.Append(CultureInfo.InvariantCulture,
                $"| {play.Key} | {play.Count()} | {Said(play.Aggregate(new Average(), (sum, year) => sum.With(year.Gain)))} | {Said(play.Aggregate(new Average(), (sum, year) => sum.With(year.Best)))} | {trials.Count} | {trials.Count(trial => trial.IsAdopted)} | {trials.Count(trial => trial.End == DecisionKind.Revert)} |\n");
        }
    }

    private static List<Trial> Ended(List<PlayYear> years, DecisionKind end) => [.. years.SelectMany(year => year.Trials).Where(trial => trial.End == end)];

    private static List<PlayYear> All(IReadOnlyList<IReadOnlyList<PlayYear>> years) => [.. years.SelectMany(year => year)];

    // Plays of a seed share no chance, yet a seed is one reading: nothing hangs on their being independent.
    private static Average Mean(IReadOnlyList<IReadOnlyList<PlayYear>> years, Func<PlayYear, double> read) =>
        years.Aggregate(new Average(), (sum, seed) => sum.With(seed.Average(read)));

    private static double Half(Average average) => 1.97 * average.Error;

    private static string Said(Average average) => average.Count == 0
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $"{100 * average.Value:+0.0;-0.0;0.0} [{100 * (average.Value - Half(average)):+0.0;-0.0;0.0} to {100 * (average.Value + Half(average)):+0.0;-0.0;0.0}]");

    /// <summary>A share with its 95 % interval (Wilson).</summary>
    private static string Shared(int hits, int all)
    {
        const double Z = 1.96;
        if (all == 0)
        {
            return "0 of 0";
        }

        var (n, share) = ((double)all, (double)hits / all);
        var middle = (share + (Z * Z / (2 * n))) / (1 + (Z * Z / n));
        var half = Z / (1 + (Z * Z / n)) * Math.Sqrt((share * (1 - share) / n) + (Z * Z / (4 * n * n)));
        return string.Create(CultureInfo.InvariantCulture, $"{hits:#,0} of {all:#,0}: {Percent(share)} [{100 * Math.Max(0, middle - half):0.0} to {100 * Math.Min(1, middle + half):0.0}]");
    }

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.0} %");

    private static string Number(double number) => number.ToString("#,0.0", CultureInfo.InvariantCulture);
}
