using Optimizer.Domain.Hypotheses;

namespace Optimizer.Domain.Audit.Events;

/// <summary>A diagnosis ended in three ranked hypotheses.</summary>
/// <param name="Anomaly">It answers.</param>
/// <param name="Source">rules, or the model's name.</param>
/// <param name="PromptHash">Of the exact input.</param>
/// <param name="Prompt">The exact input.</param>
/// <param name="HistoryDays">Days of metric history it saw.</param>
/// <param name="ContextGaps">What was missing.</param>
/// <param name="Hypotheses">Ranks 1 to 3.</param>
public sealed record HypothesesProposed(
    string Anomaly, string Source, string PromptHash, string Prompt, int HistoryDays, IReadOnlyList<string> ContextGaps, IReadOnlyList<Hypothesis> Hypotheses) : AuditEvent;
