using System.Text.Json;

namespace Optimizer.Functions.Durable;

/// <summary>The input of one generation of an instance, as Durable Task keeps it: all that the port has and Durable Task has not.</summary>
internal sealed record RunEnvelope
{
    public required int Generation { get; init; }

    /// <summary>Version of the code that this generation is pinned to.</summary>
    public required int Version { get; init; }

    /// <summary>When the instance was started; Durable Task keeps when its generation was. With the id it names the instance for good.</summary>
    public required DateTimeOffset Created { get; init; }

    public required JsonElement Input { get; init; }

    /// <summary>Not before this time; only in the first generation. Our own, because not every backend of Durable Task waits for long.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>What the clock showed at the end of the generation before: it never runs backwards.</summary>
    public DateTimeOffset? Now { get; init; }

    public string? Parent { get; init; }

    /// <summary>The W3C trace that it was started in.</summary>
    public string? Trace { get; init; }

    public IReadOnlyDictionary<string, string>? Tags { get; init; }

    /// <summary>Set again before anything else: Durable Task forgets it with the generation.</summary>
    public JsonElement? Status { get; init; }

    /// <summary>Keys of the signals that were taken last, oldest first; see <see cref="TakenKeys"/>.</summary>
    public IReadOnlyList<string>? Taken { get; init; }

    /// <summary>Signals that came and were not waited for, oldest first.</summary>
    public IReadOnlyList<KeptSignal>? Kept { get; init; }
}
