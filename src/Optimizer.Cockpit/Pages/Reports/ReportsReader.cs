using System.Globalization;
using Optimizer.Domain.Audit;
using Optimizer.Domain.Audit.Events;
using Optimizer.Workflows.Ports;
using Optimizer.Workflows.Reports;

namespace Optimizer.Cockpit.Pages.Reports;

/// <summary>Finds the pages that the loop wrote.</summary>
internal sealed class ReportsReader(ServedLoop loop)
{
    private const int Quarter = 13;
    private const int PerPage = 50;
    private const int LongestLead = 280;
    private const string Extension = ".md";

    private IArtifactStore Artifacts => loop.World.Artifacts;

    /// <param name="newest">Name of the week to begin with; null for the last in which a brief was written.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<ReportsModel> ListAsync(string? newest, CancellationToken cancellationToken)
    {
        var monday = Monday(newest) ?? Monday(await WrittenAsync(isLast: true, cancellationToken)) ?? DateOnly.FromDateTime(loop.Clock.GetUtcNow().UtcDateTime);
        var weeks = new List<ReportWeekLine>();
        for (var week = 0; week < Quarter; week++)
        {
            var day = monday.AddDays(-7 * week);
            var name = NameOf(day);
            var pages = (await Artifacts.ListAsync(BriefPaths.Folder(name), cancellationToken)).Where(IsPage).ToList();
            if (pages.Count > 0)
            {
                var portfolio = BriefPaths.Portfolio(name);
                var text = pages.Contains(portfolio) ? await Artifacts.ReadAsync(portfolio, cancellationToken) : null;
                weeks.Add(new(name, day, Lead(text), text is null ? null : portfolio, pages.Count - (text is null ? 0 : 1)));
            }
        }

        var earlier = monday.AddDays(-7 * Quarter);
        return new(
            weeks, Monday(await WrittenAsync(isLast: false, cancellationToken)) <= earlier ? NameOf(earlier) : null,
            (await Artifacts.ListAsync("cards", cancellationToken)).Count, (await Artifacts.ListAsync("plays", cancellationToken)).Count);
    }

    /// <summary>Null when there is neither a page nor a folder.</summary>
    /// <param name="path">As it stands in the address.</param>
    /// <param name="search">Part of the names of a folder's pages; empty for all.</param>
    /// <param name="after">The last path of the folder's items before; null for the first.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<ReportModel?> FindAsync(string path, string search, string? after, CancellationToken cancellationToken)
    {
        if (!ArtifactPath.IsInside(path))
        {
            return null;
        }

        if (!IsPage(path))
        {
            return await FolderAsync(path, search, after, cancellationToken);
        }

        return await Artifacts.ReadAsync(path, cancellationToken) is not { } text ? null : new()
        {
            Earlier = await NeighbourAsync(path, -1, cancellationToken),
            Later = await NeighbourAsync(path, 1, cancellationToken),
            Live = LiveOf(path),
            Path = path,
            Text = ReportMarkup.Of(path, text),
        };
    }

    /// <summary>The first day of a week by its name; null for what is no week.</summary>
    internal static DateOnly? Monday(string? week) =>
        week is { Length: 8 } && week[4..6] == "-W" && int.TryParse(week[..4], NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            && int.TryParse(week[6..], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && year is > 1900 and < 9000 && number >= 1 && number <= ISOWeek.GetWeeksInYear(year)
            ? DateOnly.FromDateTime(ISOWeek.ToDateTime(year, number, DayOfWeek.Monday)) : null;

    internal static string NameOf(DateOnly day)
    {
        var at = day.ToDateTime(TimeOnly.MinValue);
        return string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(at):0000}-W{ISOWeek.GetWeekOfYear(at):00}");
    }

    // What is printed bold by itself is what a reader should know first; else what is no heading and no table. Without its marks.
    private static string Lead(string? text)
    {
        var lines = (text ?? "").Split('\n');
        var line = lines.FirstOrDefault(line => line.StartsWith("**", StringComparison.Ordinal)) ?? lines.FirstOrDefault(line => line.Length > 0 && line[0] is not ('#' or '|' or '-')) ?? "";
        var plain = Markdig.Markdown.ToPlainText(line).Trim();
        return plain.Length <= LongestLead ? plain : $"{plain[..(LongestLead - 1)]}…";
    }

    private static bool IsPage(string path) => path.EndsWith(Extension, StringComparison.Ordinal);

    /// <summary>The week of the first or last brief that was written; null before the first.</summary>
    private async Task<string?> WrittenAsync(bool isLast, CancellationToken cancellationToken) =>
        await loop.Reads.Audit.ReadAsync(new() { Kinds = [AuditKinds.Of<BriefWritten>()], NewestFirst = isLast }, cancellationToken)
            .Select(record => ((BriefWritten)record.Entry.Event).Period).FirstOrDefaultAsync(cancellationToken);

    private static (string, string)? LiveOf(string path) => path.Split('/') switch
    {
        ["cards", var name] => (Shell.Href.Experiment(name[..^Extension.Length]), "The experiment as it stands"),
        ["plays", var name] => (Shell.Href.Play(name[..^Extension.Length]), "The play as it stands"),
        ["briefs", _, var name] when BriefPaths.SlugOf(name) is { } slug and not BriefPaths.AllPlays => (Shell.Href.Play(slug), "The play as it stands"),
        _ => null,
    };

    private async Task<ReportModel?> FolderAsync(string path, string search, string? after, CancellationToken cancellationToken)
    {
        var all = (await Artifacts.ListAsync(path, cancellationToken)).Where(IsPage)
            .Where(item => search.Length == 0 || item.AsSpan(path.Length).Contains(search, StringComparison.OrdinalIgnoreCase)).ToList();
        if (all.Count == 0 && search.Length == 0)
        {
            return null;
        }

        var rest = all.SkipWhile(item => after is not null && string.CompareOrdinal(item, after) <= 0).ToList();
        return new()
        {
            Items = [.. rest.Take(PerPage)],
            Next = rest.Count > PerPage ? $"{Shell.Href.Report(path)}?q={Uri.EscapeDataString(search)}&after={Uri.EscapeDataString(rest[PerPage - 1])}" : null,
            Path = path,
            Search = search,
        };
    }

    private async Task<string?> NeighbourAsync(string path, int weeks, CancellationToken cancellationToken)
    {
        if (path.Split('/') is not ["briefs", var week, var name] || Monday(week) is not { } monday)
        {
            return null;
        }

        var other = $"{BriefPaths.Folder(NameOf(monday.AddDays(7 * weeks)))}/{name}";
        return await Artifacts.ReadAsync(other, cancellationToken) is null ? null : other;
    }
}
