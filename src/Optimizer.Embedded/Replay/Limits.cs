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
    public Payload Write<T>(T value, string what) => Check(Payload.Write(value, what), what, PayloadBytes);

    /// <summary>Writes a status.</summary>
    /// <exception cref="PayloadTooLargeException">It is too large.</exception>
    public Payload WriteStatus<T>(T value) => Check(Payload.Write(value, "the status"), "the status", StatusBytes);

    /// <summary>What is wrong with the size of a payload, or null.</summary>
    public PayloadTooLargeException? IsTooLarge(Payload payload, string what) =>
        payload.Bytes <= PayloadBytes ? null : new(what, payload.Bytes, PayloadBytes);

    private static Payload Check(Payload payload, string what, int limit) =>
        payload.Bytes <= limit ? payload : throw new PayloadTooLargeException(what, payload.Bytes, limit);
}
