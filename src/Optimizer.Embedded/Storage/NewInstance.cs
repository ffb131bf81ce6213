using Optimizer.Workflows;

namespace Optimizer.Embedded.Storage;

/// <summary>An instance to insert, in its first generation and state Running.</summary>
/// <param name="Id">Free.</param>
/// <param name="Workflow">Name.</param>
/// <param name="Version">Of the code.</param>
/// <param name="CreatedAt">UTC ticks.</param>
/// <param name="Input">JSON.</param>
/// <param name="Tags">Labels.</param>
/// <param name="Trace">W3C traceparent of who started it; null when nobody traces.</param>
/// <param name="Parent">Null for one that has none.</param>
internal sealed record NewInstance(
    string Id,
    string Workflow,
    int Version,
    long CreatedAt,
    Payload Input,
    IReadOnlyDictionary<string, string> Tags,
    string? Trace,
    ParentLink? Parent);
