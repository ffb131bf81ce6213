using Optimizer.Connectors.Files;
using Optimizer.Connectors.Recordings;
using Optimizer.Domain.Kpis;
using Optimizer.Standalone.Commands;

namespace Optimizer.Standalone.Onboarding;

/// <summary>Settles what was left open about a first play, from the file itself, and notes every guess.</summary>
internal sealed class InitPlanning(InitAnswers said, CsvFacts facts)
{
    private const int LongestKey = 60;
    private static readonly string[] Money = ["revenue", "usd", "eur", "gbp", "amount", "sales", "mrr", "arr", "price", "spend", "cost", "income"];
    private static readonly string[] Lower = ["churn", "cost", "spend", "bounce", "unsubscribe", "complaint", "refund", "error", "latency", "cancel"];
    private readonly List<InitGuess> _guesses = [];

    /// <summary>The whole plan.</summary>
    /// <exception cref="FileFaultException">A figure or a day cannot be read.</exception>
    /// <exception cref="InitRefusedException">Something cannot be guessed, or cannot be as it was said.</exception>
    public InitPlan Settle()
    {
        var date = said.Date ?? Column("--date", facts.Dates, "the only column of dates", "no column holds only dates");
        var value = said.Value ?? Column("--value", [.. facts.Numbers.Where(name => name != said.Unit)], "the only column of numbers", "no column holds only numbers of 0 or more");
        var kpi = said.Kpi ?? Guess("--kpi", Key(value), "after its column");
        var direction = said.Direction ?? Direction(kpi);
        var (recording, perDay) = Figures(date, value, direction);
        MustBeDaily(recording, value);
        var kind = said.Kind ?? Kind(value, recording.Series);
        var slug = said.Slug ?? Guess("--slug", Slug(kpi), "after the KPI");
        var unit = said.Unit ?? (kind == KpiKind.Rate ? Guess("--unit", "visit", "the event by which a visitor comes in") : "visit");
        return new()
        {
            Csv = said.Csv,
            Date = date,
            Direction = direction,
            Event = said.Event ?? (kind == KpiKind.Rate ? Guess("--event", kpi, "the event that counts as success") : kpi),
            Guesses = _guesses,
            Kind = kind,
            Kpi = kpi,
            Name = said.Name ?? Guess("--name", Name(kpi), "after the KPI"),
            PerDay = perDay,
            Recording = recording,
            Slug = slug,
            TimeZone = said.TimeZone ?? Guess("--time-zone", TimeZoneInfo.Local.HasIanaId ? TimeZoneInfo.Local.Id : "UTC", "of this machine"),
            Unit = unit,
            Units = facts.Numbers.Contains(unit, StringComparer.Ordinal) && unit != value ? KpiFile.Read(said.Csv, date, unit, KpiDirection.HigherIsBetter, perDay == PerDay.Mean ? PerDay.Sum : perDay, sort: true) : null,
            Value = value,
            Variables = [.. said.Variables.Select(Variable)],
        };
    }

    private static string Key(string column)
    {
        var key = new string([.. column.ToLowerInvariant().Select(sign => char.IsAsciiLetterOrDigit(sign) ? sign : '_')]).Trim('_');
        while (key.Contains("__", StringComparison.Ordinal))
        {
            key = key.Replace("__", "_", StringComparison.Ordinal);
        }

        return key.Length == 0 ? "goal" : char.IsAsciiDigit(key[0]) ? $"kpi_{key}"[..Math.Min(LongestKey, key.Length + 4)] : key[..Math.Min(LongestKey, key.Length)];
    }

    private static string Slug(string kpi) => kpi.Replace('_', '-') is "policy" ? "policy-play" : kpi.Replace('_', '-');

    private static string Name(string kpi) => char.ToUpperInvariant(kpi[0]) + kpi[1..].Replace('_', ' ');

    private static (string, string?) Variable(string text) => text.IndexOf('=', StringComparison.Ordinal) is var at and > 0 ? (text[..at].Trim(), text[(at + 1)..].Trim()) : (text.Trim(), null);

    private static bool Names(string text, IEnumerable<string> words) => words.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));

    private string Column(string option, IReadOnlyList<string> columns, string why, string none) => columns switch
    {
        [var only] => Guess(option, only, why),
        [] => throw new InitRefusedException($"{said.Csv}: {none}; name the column with {option}", ExitCode.BadInput),
        _ => throw new InitRefusedException($"{said.Csv}: {option} may be {string.Join(", ", columns)}; say which", ExitCode.BadInput),
    };

    private string Guess(string option, string value, string why)
    {
        _guesses.Add(new(option, value, why));
        return value;
    }

    private KpiDirection Direction(string kpi)
    {
        var isDown = Names(kpi, Lower);
        Guess("--direction", isDown ? "down" : "up", isDown ? "less of it is usually better" : "more of it is usually better");
        return isDown ? KpiDirection.LowerIsBetter : KpiDirection.HigherIsBetter;
    }

    // Several rows of one day are added up where they are counts or money, and averaged where they are rates.
    private (KpiRecording Recording, PerDay PerDay) Figures(string date, string value, KpiDirection direction)
    {
        if (said.PerDay is { } known)
        {
            return (KpiFile.Read(said.Csv, date, value, direction, known, sort: true), known);
        }

        var summed = KpiFile.Read(said.Csv, date, value, direction, PerDay.Sum, sort: true);
        if (summed.Rows <= summed.Series.Days)
        {
            return (summed, PerDay.One);
        }

        var mean = KpiFile.Read(said.Csv, date, value, direction, PerDay.Mean, sort: true);
        var isRate = said.Kind == KpiKind.Rate || (said.Kind is null && Largest(mean.Series) <= 1);
        Guess("--per-day", isRate ? "mean" : "sum", $"{summed.Rows:#,0} rows over {summed.Series.Days:#,0} days");
        return isRate ? (mean, PerDay.Mean) : (summed, PerDay.Sum);
    }

    private KpiKind Kind(string column, KpiSeries series)
    {
        var (kind, why) = Largest(series) <= 1 && series.Kpi.Kind == KpiKind.Rate ? (KpiKind.Rate, "every figure is at most 1")
            : Names(column, Money) ? (KpiKind.Money, "its name speaks of money")
            : series.Kpi.Kind == KpiKind.Count ? (KpiKind.Count, "every figure is whole")
            : (KpiKind.Money, "figures with decimals above 1");
        Guess("--kind", JsonValues.Name(kind), why);
        return kind;
    }

    private static double Largest(KpiSeries series)
    {
        var largest = 0.0;
        foreach (var figure in series.Between(series.Start, series.LastDay))
        {
            largest = Math.Max(largest, figure ?? 0);
        }

        return largest;
    }

    private void MustBeDaily(KpiRecording recording, string value)
    {
        var days = recording.Series.Days;
        if (days > 14 && recording.Missing > days / 2)
        {
            throw new InitRefusedException(
                $"{said.Csv}: column '{value}' has figures of {days - recording.Missing:#,0} of {days:#,0} days; a play is watched day by day: export a row a day", ExitCode.BadInput);
        }
    }
}
