using System.Text;
using Optimizer.Domain.Audit;
using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Decisions;
using static Optimizer.Domain.MarkdownText;
using static Optimizer.Domain.Words;

namespace Optimizer.Domain.Experiments;

/// <summary>An experiment as a page of Markdown: what was tried, what it showed, what was decided and why. The same card gives the same bytes.</summary>
public static class CardPage
{
    /// <summary>Where the page stands among the artifacts.</summary>
    public static string PathOf(string experiment) => $"cards/{experiment}.md";

    public static string Write(ExperimentCard card)
    {
        ArgumentNullException.ThrowIfNull(card);
        var page = new StringBuilder();
        page.Append($"# {Of(card.Id)}{(card.Start is { } begun ? $": {Of(begun.Hypothesis.Change)}" : "")}\n\n");
        page.Append($"> {Headline(card)}\n\n");
        Facts(page, card);
        if (card.Start is { } start)
        {
            Hypothesis(page, start);
            Plan(page, start);
        }

        CardTables.Looks(page, card);
        Decision(page, card);
        CardTables.Effects(page, card);
        CardTables.Approvals(page, card);
        Evidence(page, card);
        return page.ToString();
    }

    /// <summary>One sentence for the head of the page.</summary>
    public static string Headline(ExperimentCard card)
    {
        ArgumentNullException.ThrowIfNull(card);
        if (card.End is not { } end)
        {
            return card.Start is null ? "**Not started.**" : $"**Running**, {Looked(card)}. Nothing is decided before its evidence is.";
        }

        var gain = end.End == DecisionKind.Halt
            ? "its numbers do not count"
            : $"gain {Change(end.Gain)}{(end is { Lowest: { } low, Highest: { } high } ? $", between {Change(low)} and {Change(high)} for sure" : "")}";
        var booked = end.Booked switch
        {
            > 0 and var lift => $"; {Change(lift)} booked",
            _ => "; nothing booked",
        };
        return $"**{Capital(DecisionWords.End(end.End))}**: {gain}{booked}, from {Count(end.Units)} units.";
    }

    private static void Facts(StringBuilder page, ExperimentCard card)
    {
        page.Append("| | |\n|---|---|\n");
        page.Append($"| Play | {Of(card.Play)} ([log](../plays/{card.Play}.md)) |\n");
        if (card.Start is { } start)
        {
            page.Append($"| Started | {AuditWords.Moment(start.Start)}, planned for {Days(start.ExpectedDays)} |\n");
        }

        page.Append($"| Ended | {(card.EndedAt is { } at ? $"{AuditWords.Moment(at)}{Lasted(card, at)}" : "not yet")} |\n");
        if (card.End is { ControlMean: { } control, VariantMean: { } variant })
        {
            page.Append($"| Control → variant | {Mean(card, control)} → {Mean(card, variant)} |\n");
        }

        page.Append($"| Looks | {Count(card.Looks.Count)} |\n");
        if (card.End?.DetectableLift is { } lift)
        {
            page.Append($"| Could have shown | {Change(lift)} or more |\n");
        }

        page.Append('\n');
    }

    private static void Hypothesis(StringBuilder page, ExperimentStarted start)
    {
        var claim = start.Hypothesis;
        page.Append("## Hypothesis\n\n");
        page.Append($"- **Change**: {Of(claim.Change)}\n");
        page.Append($"- **Why it should work**: {Of(claim.Rationale)}\n");
        page.Append($"- **Variable**: {Code(claim.Variable)} set to {Code(claim.Setting.Json)}\n");
        page.Append($"- **For**: {Of(claim.Segment ?? "everybody")}{(claim.TrafficShare < 1 ? $", {Percent(claim.TrafficShare)} of the traffic" : "")}\n");
        page.Append($"- **Expected**: {Change(claim.ExpectedImpact)} on the primary KPI, risk {claim.Risk.ToString().ToLowerInvariant()}, rank {claim.Rank} ({Of(claim.Id)})\n");
        if (claim.ParentExperiment is { } parent)
        {
            page.Append($"- **Builds on**: [{Of(parent)}]({parent}.md)\n");
        }

        page.Append('\n');
    }

    private static void Plan(StringBuilder page, ExperimentStarted start)
    {
        page.Append("## Plan, written before the first exposure\n\n");
        page.Append($"- **Success**: {Of(start.SuccessCriteria)}\n");
        page.Append($"- **Variants**: {string.Join(", ", start.Variants.Select((name, k) => $"{Of(name)} {(k < start.Weights.Count ? Limit(start.Weights[k]) : "")}".TrimEnd()))}\n");
        if (start.DetectableLift is { } lift)
        {
            page.Append($"- **Can find**: a lift of {Change(lift)} or more at this traffic\n");
        }

        foreach (var warning in start.Warnings)
        {
            page.Append($"- **Warning**: {Of(warning)}\n");
        }

        page.Append('\n');
    }

    private static void Decision(StringBuilder page, ExperimentCard card)
    {
        if (card.Decision is not { } record)
        {
            return;
        }

        var decision = record.Decision;
        page.Append($"## Decision: {Of(DecisionWords.Action(decision.Kind, decision.Variant))}\n\n");
        foreach (var reason in decision.Reasons)
        {
            page.Append($"- {Of(reason)}\n");
        }

        foreach (var reason in (card.End?.Reasons ?? []).Except(decision.Reasons, StringComparer.Ordinal))
        {
            page.Append($"- {Of(reason)}\n");
        }

        if (decision.Literally.Count > 0)
        {
            page.Append("\nTaken word for word, the stated rules that fired:\n\n");
            foreach (var line in decision.Literally)
            {
                page.Append($"- {Of(line)}\n");
            }
        }

        page.Append('\n');
    }

    private static void Evidence(StringBuilder page, ExperimentCard card)
    {
        page.Append("## Evidence\n\n");
        if (card.Decision is { } record)
        {
            page.Append($"- **Decision** {Code(record.Id)} under policy {Code(record.Policy)}: {Code($"optimizer why {record.Id}")}, {Code($"optimizer replay {record.Id}")}\n");
        }

        if (card.Records.Count > 0)
        {
            page.Append($"- **Trail**: {Count(card.Records.Count)} records, {card.Records[0].Sequence} to {card.Records[^1].Sequence}; the last has hash {Code(card.Records[^1].Hash[..16])}\n");
        }
    }

    private static string Lasted(ExperimentCard card, DateTimeOffset at) =>
        card.Start is { } start ? $", after {Days(Math.Max(0, (int)Math.Round((at - start.Start).TotalDays)))}" : "";

    private static string Looked(ExperimentCard card) => card.Looks.Count == 0 ? "not looked at yet" : $"looked at {Count(card.Looks.Count)} times";

    private static string Mean(ExperimentCard card, double mean) =>
        card.Decision?.Evidence.IsConversion == true ? Percent(mean) : Amount(mean);

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
