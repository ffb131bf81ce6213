using Optimizer.Domain.Kpis;

namespace Optimizer.Domain.Reports;

/// <summary>All plays on one Markdown page for up to 20 of them, a compact table for more.</summary>
public static class PortfolioBrief
{
    /// <summary>Plays up to which each has its full row and its own next step.</summary>
    public const int OnePage = 20;

    private const int MostRows = 200;
    private const int MostLines = 5;

    /// <param name="portfolio">The week.</param>
    /// <param name="pageOf">File name of a play's brief in the week's folder, by slug.</param>
    public static string Markdown(Portfolio portfolio, Func<string, string> pageOf)
    {
        ArgumentNullException.ThrowIfNull(portfolio);
        ArgumentNullException.ThrowIfNull(pageOf);
        var page = new Page();
        page.Line("# All plays");
        page.Line();
        page.Line($"Week {portfolio.Week.Name}, {Units.Days(portfolio.Week.First, portfolio.Week.Last)}. {Units.Many(portfolio.Plays.Count, "play")}.");
        page.Line();
        page.Line($"**{Said(portfolio)}**");
        Strategy(page, portfolio);
        Table(page, portfolio, pageOf);
        Needs(page, portfolio);
        Next(page, portfolio);
        SmallPrint(page, portfolio);
        return page.ToString();
    }

    private static string Said(Portfolio portfolio)
    {
        var gains = portfolio.Plays.SelectMany(line => line.Gains).Where(gain => gain.Booked != 0).OrderByDescending(gain => gain.Booked).ToList();
        var money = gains.Exists(gain => gain.Unit == "usd" && gain.PerWeek is not null)
            ? $"Booked about {Units.Show(portfolio.Usd, "usd")} a week (interval {Units.Show(portfolio.UsdLowest, "usd")} to {Units.Show(portfolio.UsdHighest, "usd")}). "
            : gains is [var best, ..] ? $"Best booked gain: {GainText.Of(best)}. " : "No gain was booked this week. ";
        return money + $"{Units.Many(portfolio.Wins, "win")}, {Units.Many(portfolio.Losses, "loss", "losses")}, {Words.Count(portfolio.Running)} running, "
            + $"{Units.Many(portfolio.Waiting, "question")} waiting for you.";
    }

    private static void Strategy(Page page, Portfolio portfolio)
    {
        if (!portfolio.AllConverged)
        {
            return;
        }

        page.Line();
        var gaps = portfolio.Plays.Where(line => line.Kpi?.GoalGap > 0)
            .Select(line => $"{Page.Text(line.Name)} {Units.Share(line.Kpi!.GoalGap!.Value)} short of {Page.Text(line.Kpi.Goal!)}").ToList();
        page.Line("Every play has converged: **strategic change is needed** (channels, audience, product). Goal gap: "
            + (gaps.Count > 0 ? string.Join("; ", gaps.Take(MostLines)) + (gaps.Count > MostLines ? $"; and {gaps.Count - MostLines} more" : "") : "none, every goal set is met") + ".");
    }

    private static void Table(Page page, Portfolio portfolio, Func<string, string> pageOf)
    {
        page.Section("Play by play");
        var rows = Ordered(portfolio).ToList();
        var full = rows.Count <= OnePage;
        page.Row(full ? ["Play", "Booked", "KPI this week", "Change", "State"] : ["Play", "Booked", "Change", "State"]);
        page.Row(full ? ["---", "---:", "---:", "---:", "---"] : ["---", "---:", "---:", "---"]);
        foreach (var line in rows.Take(MostRows))
        {
            var name = $"[{Page.Text(line.Name)}]({pageOf(line.Slug)})";
            var booked = string.Join(", ", line.Gains.Select(gain => gain.Booked == 0 ? "0" : Units.Change(gain.Booked)));
            page.Row(full ? [name, booked, Level(line), Change(line), State(line)] : [name, booked, Change(line), State(line)]);
        }

        if (rows.Count > MostRows)
        {
            page.Line();
            page.Line($"And {Words.Count(rows.Count - MostRows)} quieter plays: their pages lie beside this one.");
        }
    }

    // What needs a reader comes first, then what was won, then by name.
    private static IEnumerable<PortfolioLine> Ordered(Portfolio portfolio) => portfolio.Plays
        .OrderByDescending(line => line.Waiting > 0 || line.Troubles.Count > 0)
        .ThenByDescending(line => line.Gains.Sum(gain => gain.Booked))
        .ThenBy(line => line.Slug, StringComparer.Ordinal);

    private static string Level(PortfolioLine line) => line.Kpi switch
    {
        null => "-",
        { IsTracked: false } => "not measured",
        { After: { } after } kpi => $"{Page.Text(Units.Spoken(kpi.Kpi))} {Units.Show(after, kpi.Unit)}",
        _ => "no reading",
    };

    private static string Change(PortfolioLine line) => line.Kpi switch
    {
        { IsTracked: true, Change: { } change } kpi => Units.Change(change) + (kpi.Movement == KpiMovement.None ? "" : $" {GainText.Judged(kpi)}"),
        _ => "-",
    };

    private static string State(PortfolioLine line) => line.Waiting > 0 ? "waits for you"
        : line.Troubles.Count > 0 ? "trouble"
        : line.Standing switch
        {
            PlayStanding.Active => line.Running > 0 ? "experiment runs" : "watching",
            PlayStanding.Converged => "converged",
            PlayStanding.Paused => "paused",
            PlayStanding.Stopped => "stopped",
            _ => throw new ArgumentOutOfRangeException(nameof(line), line.Standing, "unknown standing"),
        };

    private static void Needs(Page page, Portfolio portfolio)
    {
        page.Section("Risks and what needs you");
        var lines = portfolio.Missing.Select(one => $"No brief for {Page.Text(one.Play)}: {Page.Text(one.Why)}")
            .Concat(portfolio.Plays.Where(line => line.Waiting > 0).Select(line => $"**{Page.Text(line.Name)}**: {Units.Many(line.Waiting, "question")} to answer"))
            .Concat(portfolio.Plays.SelectMany(line => line.Troubles.Take(1).Select(trouble => $"**{Page.Text(line.Name)}**: {Page.Text(trouble)}")))
            .Concat(portfolio.Plays.Where(line => line.Kpi?.Movement == KpiMovement.Bad)
                .Select(line => $"**{Page.Text(line.Name)}**: {Page.Text(Units.Spoken(line.Kpi!.Kpi))} {Units.Change(line.Kpi.Change)}, more than its noise"))
            .Concat(portfolio.Warnings.Select(Page.Text)).ToList();
        if (lines.Count == 0)
        {
            page.Line("Nothing.");
        }

        page.Bullets(lines, MostLines);
    }

    private static void Next(Page page, Portfolio portfolio)
    {
        var lines = portfolio.Plays.Where(line => line.Focus.Code is not ("none" or "wait" or "approve"))
            .OrderByDescending(line => line.Distance ?? 0).ThenBy(line => line.Slug, StringComparer.Ordinal)
            .Select(line => $"{Page.Text(line.Name)}: {Page.Text(line.Focus.Text)}").ToList();
        page.Section("Next week");
        if (lines.Count == 0)
        {
            page.Line("None: let what runs run.");
        }

        page.Bullets(lines, MostLines);
    }

    private static void SmallPrint(Page page, Portfolio portfolio)
    {
        var counts = portfolio.Counts;
        var converged = portfolio.Plays.Count(line => line.Standing == PlayStanding.Converged);
        page.Line();
        page.Line("---");
        page.Line();
        page.Line($"Sums of the plays' own pages, counted from the audit trail: {Units.Many(counts.Anomalies, "anomaly", "anomalies")}, "
            + $"{Units.Many(counts.Hypotheses, "hypothesis", "hypotheses")}, {Units.Many(counts.Started, "experiment")} started and {Words.Count(counts.Ended)} ended, "
            + $"{Units.Many(counts.Decisions, "decision")}, {Units.Many(counts.Adoptions, "adoption")} (goal 1 to 2 a week and site); "
            + $"{Words.Count(converged)} of {Units.Many(portfolio.Plays.Count, "play")} converged. "
            + "Only amounts in USD are added up; shares of different KPIs are not.");
    }
}
