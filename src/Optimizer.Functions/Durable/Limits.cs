using Optimizer.Workflows;

namespace Optimizer.Functions.Durable;

/// <summary>What Durable Task carries: an action of an orchestration up to 3.9 MB, a status up to 16 KB of UTF-16.</summary>
internal static class Limits
{
    /// <summary>Most bytes of a payload; escaping can make it larger on its way.</summary>
    public const int PayloadBytes = 2 << 20;

    /// <summary>Most bytes of a status, as UTF-16: what is left of 16 KB beside its envelope.</summary>
    public const int StatusBytes = (16 << 10) - 128;

    /// <summary>Writes a payload.</summary>
    /// <exception cref="PayloadTooLargeException">It is too large.</exception>
    public static Payload Write<T>(T value, string what, string? name = null) => Check(Payload.Write(value, what, name), what, name);

    /// <summary>Gives a payload back that is small enough.</summary>
    /// <exception cref="PayloadTooLargeException">It is too large.</exception>
    public static Payload Check(Payload payload, string what, string? name = null) => payload.Bytes <= PayloadBytes
        ? payload
        : throw new PayloadTooLargeException(name is null ? what : $"{what} '{name}'", payload.Bytes, PayloadBytes);
}
