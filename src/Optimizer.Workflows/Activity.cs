namespace Optimizer.Workflows;

/// <summary>Names an activity, the only place where a workflow touches the world, and fixes its types.</summary>
/// <param name="Name">Stable name that histories keep; never rename one that has run.</param>
/// <typeparam name="TIn">Input, serialised as JSON by <see cref="Payload"/>.</typeparam>
/// <typeparam name="TOut">Output; <see cref="None"/> for none.</typeparam>
public sealed record Activity<TIn, TOut>(string Name);
