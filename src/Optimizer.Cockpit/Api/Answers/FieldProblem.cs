namespace Optimizer.Cockpit.Api.Answers;

/// <summary>One thing that is wrong with a body.</summary>
/// <param name="Field">Path such as kpis[0].measure.type; empty for the whole document.</param>
/// <param name="Detail">What is wrong and what would be right.</param>
/// <param name="Line">From 1; null where only the field is known.</param>
public sealed record FieldProblem(string Field, string Detail, int? Line = null);
