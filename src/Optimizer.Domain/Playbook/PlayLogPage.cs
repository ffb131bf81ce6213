using System.Globalization;
using System.Text;
using Optimizer.Domain.Audit;
using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Decisions;
using Optimizer.Domain.Experiments;
using static Optimizer.Domain.MarkdownText;
using static Optimizer.Domain.Words;

namespace Optimizer.Domain.Playbook;

/// <summary>A play's own log as a page of Markdown, newest week first. What repeats is counted, not listed: readings that ask for nothing, looks that keep running.</summary>
public static class PlayLogPage
{
    /// <summary>Where the page stands among the artifacts.</summary>
    public static string PathOf(string play) => $"plays/{play}.md";

    /// <param name="play">The play's slug.</param>
    /// <param name="records">All of its records, in the order of the trail.</param>
    public static string Write(string play, IReadOnlyList<AuditRecord> records)
    {
        ArgumentNullException.ThrowIfNull(records);
        var enrolled = records.Select(record => record.Entry.Event).OfType<PlayEnrolled>().LastOrDefault();
        var page = new StringBuilder($"# {Of(enrolled?.Name ?? play)}\n\n");
        if (enrolled is not null)
        {
            page.Append($"Play {Code(play)} on {Of(enrolled.Site)}, profile {Of(enrolled.Profile)}; goal: {string.Join(", ", enrolled.PrimaryKpis.Select(Of))}.\n\n");
        }

        foreach (var week in records.GroupBy(record => Week(record.Entry.At)).OrderByDescending(week => week.Key, StringComparer.Ordinal))
        {
            Write(page, week.Key, [.. week]);
        }

        return page.ToString();
    }

    private static void Write(StringBuilder page, string week, List<AuditRecord> records)
    {
        page.Append($"## {week}\n\n");
        var told = records.Where(record => !IsRoutine(record.Entry.Event)).ToList();
        foreach (var record in told)
        {
            var card = record.Entry.Experiment is { } experiment ? $" ([{Of(experiment)}](../{CardPage.PathOf(experiment)}))" : "";
            page.Append($"- {AuditWords.Moment(record.Entry.At)} {Of(AuditWords.Of(record.Entry.Event))}{card}\n");
        }

        var readings = records.Count(record => record.Entry.Event is KpiRead);
        var looks = records.Count(record => record.Entry.Event is DecisionMade { Record.Decision.Kind: DecisionKind.Extend });
        if (readings + looks > 0)
        {
            page.Append($"- Routine: {Count(readings)} readings that ask for nothing, {Count(looks)} looks that keep an experiment running.\n");
        }

        page.Append('\n');
    }

    // Answers of effects stand in the cards, beside their intents.
    private static bool IsRoutine(AuditEvent happened) => happened is KpiRead or NoticeSent or EffectIntended or EffectDone
        or DecisionMade { Record.Decision: { Kind: DecisionKind.Extend, Dropped.Count: 0, Throttle.Count: 0 } };

    private static string Week(DateTimeOffset at) =>
        string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(at.UtcDateTime):0000}-W{ISOWeek.GetWeekOfYear(at.UtcDateTime):00}");
}
