using Optimizer.Domain.Hypotheses;

namespace Optimizer.Domain.Audit.Events;

/// <summary>An experiment begins, written before the first exposure (S0-037).</summary>
/// <param name="Hypothesis">What is tried.</param>
/// <param name="Start">When.</param>
/// <param name="ExpectedDays">Planned length.</param>
/// <param name="SuccessCriteria">In words.</param>
/// <param name="Variants">Control first.</param>
/// <param name="Weights">Planned shares.</param>
/// <param name="DetectableLift">Smallest lift it can find at this traffic, a share.</param>
/// <param name="Warnings">Such as an effect too small to see (C48).</param>
public sealed record ExperimentStarted(
    Hypothesis Hypothesis, DateTimeOffset Start, int ExpectedDays, string SuccessCriteria, IReadOnlyList<string> Variants, IReadOnlyList<double> Weights, double? DetectableLift, IReadOnlyList<string> Warnings) : AuditEvent;
