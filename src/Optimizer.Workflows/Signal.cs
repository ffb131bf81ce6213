namespace Optimizer.Workflows;

/// <summary>Names a message that a running workflow can wait for.</summary>
/// <param name="Name">Compared ignoring case, as Durable Task does; stable, because unread signals are kept under it.</param>
/// <typeparam name="T">What the message carries, serialised as JSON by <see cref="Payload"/>.</typeparam>
public sealed record Signal<T>(string Name);
