namespace Optimizer.Workflows;

/// <summary>Names a workflow and fixes the types that cross its boundary, so that callers and code cannot drift apart.</summary>
/// <param name="Name">Stable name that histories keep; never rename one that has run.</param>
/// <typeparam name="TIn">Input, serialised as JSON by <see cref="Payload"/>.</typeparam>
/// <typeparam name="TOut">Output; <see cref="None"/> for none.</typeparam>
public sealed record Workflow<TIn, TOut>(string Name);
