using System.Text.Encodings.Web;
using System.Text.Json;
using Optimizer.Domain;
using Optimizer.Domain.Audit;
using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Decisions;

namespace Optimizer.Cockpit.Pages.Activity;

/// <summary>How records are said on their page.</summary>
internal static class RecordText
{
    public const int MostSteps = 15;

    // It is shown to people, and encoded again as HTML.
    private static readonly JsonSerializerOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };

    public static string Headline(AuditEvent happened) => happened switch
    {
        DecisionMade { Record.Decision: var decision } => $"{decision.Code}: {DecisionWords.Action(decision.Kind, decision.Variant)}",
        ExperimentEnded ended => $"The experiment ended: {DecisionWords.End(ended.End)}, gain {Words.Change(ended.Gain)}",
        _ => AuditWords.Of(happened),
    };

    public static IReadOnlyList<string> Reasons(AuditEvent happened) => happened switch
    {
        DecisionMade made => made.Record.Decision.Reasons,
        ExperimentEnded ended => ended.Reasons,
        RulingGiven ruling => ruling.Answer.Reasons,
        AnomalyFound anomaly => anomaly.Reasons,
        KpiRead read => read.Reasons,
        ApprovalAsked asked => asked.Request.Reasons,
        AutonomyChanged changed => changed.Reasons,
        HypothesesProposed proposed => [.. proposed.Hypotheses.Select(claim => $"{claim.Rank}. {claim.Change}: {claim.Rationale} (expected {Words.Change(claim.ExpectedImpact)}, risk {claim.Risk.ToString().ToLowerInvariant()})")],
        ExperimentStarted started => [started.Hypothesis.Rationale, started.SuccessCriteria, .. started.Warnings],
        _ => [],
    };

    public static string Mean(DecisionRecord record, double? mean) =>
        mean is not { } known ? "not known" : record.Evidence.IsConversion ? Words.Percent(known) : Words.Amount(known);

    public static string Indented(string json)
    {
        using var document = JsonDocument.Parse(json);
        return JsonSerializer.Serialize(document.RootElement, Writing);
    }
}
