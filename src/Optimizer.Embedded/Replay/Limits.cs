using Optimizer.Workflows;

namespace Optimizer.Embedded.Replay;

/// <summary>On what a workflow may ask for and give.</summary>
/// <param name="PayloadBytes">Most bytes of a payload.</param>
/// <param name="StatusBytes">Most bytes of a status.</param>
/// <param name="Commands">Most steps of one generation.</param>
internal sealed record Limits(int PayloadBytes, int StatusBytes, int Commands)
{
    public static Limits Of(EngineOptions options) => new(options.MaxPayloadBytes, options.MaxStatusBytes, options.MaxHistoryEvents);

    /// <summary>Writes a payload.</summary>
    /// <exception cref="PayloadTooLargeException">It is too large.</exception>
    public Payload Write<T>(T value, string what, string? name = null) => Check(Payload.Write(value, what, name), what, name, PayloadBytes);

    /// <summary>Writes a status.</summary>
    /// <exception cref="PayloadTooLargeException">It is too large.</exception>
    public Payload WriteStatus<T>(T value) => Check(Payload.Write(value, "the status"), "the status", null, StatusBytes);

    /// <summary>What is wrong with the size of a payload, or null.</summary>
    public PayloadTooLargeException? IsTooLarge(Payload payload, string what, string name) =>
        payload.Bytes <= PayloadBytes ? null : new(Said(what, name), payload.Bytes, PayloadBytes);

    private static string Said(string what, string? name) => name is null ? what : $"{what} '{name}'";

    private static Payload Check(Payload payload, string what, string? name, int limit) =>
        payload.Bytes <= limit ? payload : throw new PayloadTooLargeException(Said(what, name), payload.Bytes, limit);
}
