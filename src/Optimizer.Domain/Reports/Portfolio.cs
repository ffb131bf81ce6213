namespace Optimizer.Domain.Reports;

/// <summary>All plays' weeks together.</summary>
public sealed record Portfolio
{
    // 002:309 wants 1 to 2 new optimizations a week; the site's caps are those of the profile gtm-play (REQUIREMENTS section 1).
    private const double GoalPerWeek = 1;
    private const int StartsPerPlay = 4;
    private const int WindowDays = 30;
    private const int LeastDays = 7;
    private const int SiteActive = 3;

    public required ReportWeek Week { get; init; }

    /// <summary>In the order of their slugs.</summary>
    public required IReadOnlyList<PortfolioLine> Plays { get; init; }

    /// <summary>Plays whose brief could not be written, with the reason.</summary>
    public required IReadOnlyList<MissingBrief> Missing { get; init; }

    public required WeekCounts Counts { get; init; }

    /// <summary>Booked gains of KPIs in USD, summed; 0 without any. Shares of different KPIs are never added.</summary>
    public required double Usd { get; init; }

    public required double UsdLowest { get; init; }

    public required double UsdHighest { get; init; }

    public required int Wins { get; init; }

    public required int Losses { get; init; }

    public required int Running { get; init; }

    public required int Waiting { get; init; }

    /// <summary>True when there are plays and every one that is not stopped has converged (C28).</summary>
    public required bool AllConverged { get; init; }

    /// <summary>Sites whose pace goal their plays cannot meet (C03).</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    public static Portfolio Of(ReportWeek week, IEnumerable<PlayWeek> plays) =>
        Of(week, plays.Select(PortfolioLine.Of), []);

    public static Portfolio Of(ReportWeek week, IEnumerable<PortfolioLine> plays, IReadOnlyList<MissingBrief> missing)
    {
        ArgumentNullException.ThrowIfNull(week);
        ArgumentNullException.ThrowIfNull(missing);
        IReadOnlyList<PortfolioLine> lines = [.. plays.OrderBy(line => line.Slug, StringComparer.Ordinal)];
        var money = lines.SelectMany(line => line.Gains).Where(gain => gain.Unit == "usd").ToList();
        var live = lines.Where(line => line.Standing != PlayStanding.Stopped).ToList();
        return new()
        {
            Week = week,
            Plays = lines,
            Missing = [.. missing.OrderBy(one => one.Play, StringComparer.Ordinal)],
            Counts = lines.Aggregate(WeekCounts.None, (sum, line) => sum + line.Counts),
            Usd = money.Sum(gain => gain.PerWeek ?? 0),
            UsdLowest = money.Sum(gain => gain.PerWeekLowest ?? 0),
            UsdHighest = money.Sum(gain => gain.PerWeekHighest ?? 0),
            Wins = lines.Sum(line => line.Wins),
            Losses = lines.Sum(line => line.Losses),
            Running = lines.Sum(line => line.Running),
            Waiting = lines.Sum(line => line.Waiting),
            AllConverged = live.Count > 0 && live.TrueForAll(line => line.Standing == PlayStanding.Converged),
            Warnings = [.. live.GroupBy(line => line.Site).OrderBy(site => site.Key, StringComparer.Ordinal).Select(Slow).OfType<string>()],
        };
    }

    private static string? Slow(IGrouping<string, PortfolioLine> site)
    {
        var plays = site.Count();
        return Velocity.Warning(plays, GoalPerWeek, Velocity.StartsPerWeek(plays, StartsPerPlay, WindowDays, LeastDays, SiteActive)) is { } warning
            ? site.Key.Length > 0 ? $"{site.Key}: {warning}" : warning
            : null;
    }
}
