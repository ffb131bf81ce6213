using System.Text;
using Optimizer.Domain.Audit;
using Optimizer.Domain.Audit.Events;
using static Optimizer.Domain.MarkdownText;
using static Optimizer.Domain.Words;

namespace Optimizer.Domain.Experiments;

/// <summary>The tables of a card.</summary>
internal static class CardTables
{
    public static void Looks(StringBuilder page, ExperimentCard card)
    {
        var lines = card.Looks.SelectMany(look => LookLine.Of(look).Select(line => (Look: look, Line: line))).ToList();
        if (lines.Count == 0)
        {
            return;
        }

        page.Append("## Looks\n\n| day | until | variant | units | control | variant | gain | chance to be better | decision |\n|---:|---|---|---:|---:|---:|---:|---:|---|\n");
        foreach (var (look, line) in lines)
        {
            page.Append(
                $"| {line.Day} | {AuditWords.Day(line.Date)} | {Of(line.Variant)} | {Count(line.ControlUnits)} + {Count(line.VariantUnits)} | {Mean(look.Evidence, line.ControlMean)} "
                + $"| {Mean(look.Evidence, line.VariantMean)} | {Change(line.Gain)} | {(line.Chance is { } chance ? Chance(chance) : "–")} | {Code(look.Decision.Code)} |\n");
        }

        page.Append('\n');
    }

    public static void Effects(StringBuilder page, ExperimentCard card)
    {
        var intended = card.Records.Where(record => record.Entry.Event is EffectIntended).ToList();
        if (intended.Count == 0)
        {
            return;
        }

        page.Append("## What was changed outside\n\n| when | what | before | after | answer |\n|---|---|---|---|---|\n");
        foreach (var record in intended)
        {
            var effect = (EffectIntended)record.Entry.Event;
            var answer = card.Records.Select(other => other.Entry.Event).Select(happened => happened switch
            {
                EffectDone done when done.Effect == effect.Effect => $"done: {Of(done.Answer)}",
                EffectFailed failed when failed.Effect == effect.Effect => $"refused: {Of(failed.Why)}",
                _ => null,
            }).FirstOrDefault(text => text is not null) ?? "under way";
            page.Append($"| {AuditWords.Moment(record.Entry.At)} | {Of(effect.Target)} | {Code(effect.Before)} | {Code(effect.After)} | {answer} |\n");
        }

        page.Append('\n');
    }

    public static void Approvals(StringBuilder page, ExperimentCard card)
    {
        var lines = card.Records.Where(record => record.Entry.Event is ApprovalAsked or ApprovalAnswered or ApprovalEnded or RulingGiven).ToList();
        if (lines.Count == 0)
        {
            return;
        }

        page.Append("## Policy and approvals\n\n");
        foreach (var record in lines)
        {
            page.Append($"- {AuditWords.Moment(record.Entry.At)}: {Of(AuditWords.Of(record.Entry.Event))}\n");
        }

        page.Append('\n');
    }

    private static string Mean(Exposures evidence, double? mean) =>
        mean is not { } known ? "–" : evidence.IsConversion ? Percent(known) : Amount(known);
}
