using Optimizer.Domain.Audit;

namespace Optimizer.Workflows.Evidence;

/// <summary>The last line of an exported trail: without it, lines cut off at the end would not be missed.</summary>
/// <param name="Records">Lines before it.</param>
/// <param name="IsPart">Whether only some records were asked for: then nobody can say whether one between them is missing.</param>
/// <param name="Head">Of the whole trail when it was exported.</param>
public sealed record TrailEnd(long Records, bool IsPart, TrailHead Head);
