using System.Text;
using Optimizer.Domain.Audit;
using Optimizer.Domain.Decisions;
using Optimizer.Domain.Experiments;
using static Optimizer.Domain.MarkdownText;
using static Optimizer.Domain.Words;

namespace Optimizer.Domain.Playbook;

/// <summary>The playbook as a page of Markdown: what worked, where, why, on what evidence, and what to try next.</summary>
public static class PlaybookPage
{
    /// <summary>Where the page stands among the artifacts.</summary>
    public const string Path = "playbook.md";

    /// <param name="chapters">One for each play; the page orders them itself.</param>
    public static string Write(IEnumerable<PlayChapter> chapters)
    {
        var plays = chapters.OrderBy(chapter => chapter.Play, StringComparer.Ordinal).ToList();
        var all = plays.SelectMany(play => play.Entries).OrderByDescending(entry => entry.EndedAt).ThenBy(entry => entry.Experiment, StringComparer.Ordinal).ToList();
        var page = new StringBuilder("# Playbook\n\n");
        if (all.Count == 0)
        {
            page.Append("No experiment has ended yet. What works, what does not and what to try next will stand here.\n");
            Queue(page, plays);
            return page.ToString();
        }

        page.Append(Lead(all)).Append("\n\n");
        Overview(page, plays);
        Section(page, "What worked", all.Where(entry => entry.Worked).OrderByDescending(entry => entry.End.Booked ?? 0).ThenByDescending(entry => entry.End.Gain ?? 0));
        Section(page, "What did harm: blocked, not tried again unless a person says so", all.Where(entry => entry.IsBlocked));
        Section(page, "What made no difference that could be seen", all.Where(entry => entry.End.End is DecisionKind.Iterate or DecisionKind.Extend));
        Section(page, "Broken experiments: they say nothing either way", all.Where(entry => entry.End.End == DecisionKind.Halt));
        Queue(page, plays);
        return page.ToString();
    }

    private static string Lead(List<PlaybookEntry> all)
    {
        var proven = all.Where(entry => entry.End.End == DecisionKind.AdoptProven).ToList();
        var best = proven.MaxBy(entry => entry.End.Booked ?? 0);
        return $"**{Count(all.Count)} experiments ended: {Count(all.Count(entry => entry.Worked))} adopted, {Count(proven.Count)} of them proven; {Count(all.Count(entry => entry.IsBlocked))} did harm and were taken back.**"
            + (best is null ? " Nothing is proven yet." : $" Best proven so far: {Of(best.Hypothesis.Change)} ({Of(best.PlayName)}, {Change(best.End.Booked)} booked).");
    }

    private static void Overview(StringBuilder page, List<PlayChapter> plays)
    {
        page.Append("| play | ended | proven | other adoptions | no gain | reverted | broken | waiting |\n|---|---:|---:|---:|---:|---:|---:|---:|\n");
        foreach (var play in plays)
        {
            var proven = Ends(play, DecisionKind.AdoptProven);
            page.Append(
                $"| [{Of(play.Name)}](plays/{play.Play}.md) | {play.Entries.Count} | {proven} | {play.Entries.Count(entry => entry.Worked) - proven} "
                + $"| {Ends(play, DecisionKind.Iterate)} | {Ends(play, DecisionKind.Revert)} | {Ends(play, DecisionKind.Halt)} | {play.Queue.Count} |\n");
        }

        page.Append('\n');
    }

    private static void Section(StringBuilder page, string title, IEnumerable<PlaybookEntry> entries)
    {
        var found = entries.ToList();
        if (found.Count == 0)
        {
            return;
        }

        page.Append($"## {title}\n\n");
        foreach (var entry in found)
        {
            Entry(page, entry);
        }
    }

    private static void Entry(StringBuilder page, PlaybookEntry entry)
    {
        var (claim, end) = (entry.Hypothesis, entry.End);
        page.Append($"### {Of(claim.Change)}\n\n");
        page.Append($"- **What**: {Of(claim.Variable)} set to {Code(claim.Setting.Json)}; {DecisionWords.End(end.End)}\n");
        page.Append($"- **Where**: {Of(entry.PlayName)} on {Of(entry.Site)}, {(entry.Kpis.Count == 0 ? "its primary KPI" : string.Join(", ", entry.Kpis.Select(Of)))}, {Of(claim.Segment ?? "everybody")}\n");
        page.Append($"- **Why**: {Of(claim.Rationale)}\n");
        page.Append($"- **Evidence**: {Evidence(entry)}, [{Of(entry.Experiment)}]({CardPage.PathOf(entry.Experiment)}), ended {AuditWords.Moment(entry.EndedAt)}\n");
        page.Append($"- **Next**: {Of(entry.Next)}\n\n");
    }

    private static string Evidence(PlaybookEntry entry)
    {
        var end = entry.End;
        return end.End == DecisionKind.Halt
            ? Of(end.Reasons.Count > 0 ? end.Reasons[0] : "the experiment was broken")
            : $"gain {Change(end.Gain)}{(end is { Lowest: { } low, Highest: { } high } ? $" ({Change(low)} to {Change(high)} for sure)" : "")}"
                + $"{(end.Booked is > 0 and var booked ? $", {Change(booked)} booked" : ", nothing booked")}, {Count(end.Units)} units";
    }

    private static void Queue(StringBuilder page, List<PlayChapter> plays)
    {
        var waiting = plays.Where(play => play.Queue.Count > 0).ToList();
        if (waiting.Count == 0)
        {
            return;
        }

        page.Append("## Next experiments\n\n| play | rank | change | expected | risk |\n|---|---:|---|---:|---|\n");
        foreach (var (play, claim) in waiting.SelectMany(play => play.Queue.Select(claim => (play, claim))))
        {
            page.Append($"| {Of(play.Name)} | {claim.Rank} | {Of(claim.Change)} | {Change(claim.ExpectedImpact)} | {claim.Risk.ToString().ToLowerInvariant()} |\n");
        }
    }

    private static int Ends(PlayChapter play, DecisionKind kind) => play.Entries.Count(entry => entry.End.End == kind);
}
