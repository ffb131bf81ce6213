namespace Optimizer.Embedded.Records;

/// <summary>How the records of the plays are kept.</summary>
public sealed record RecordOptions
{
    /// <summary>Name of the file in a data directory; apart from the engine's, so that it can be read while an engine runs.</summary>
    public const string FileName = "records.db";

    /// <summary>
    /// Whether what was answered survives a power cut: every change is flushed. False for simulations only, where it still
    /// survives the death of the process.
    /// </summary>
    public bool Durable { get; init; } = true;

    /// <summary>How long a change waits for another process that writes the same file.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Actuators whose code reads its settings from the records, so that the loop may change them (S0-035); null for every actuator that a
    /// definition names.
    /// </summary>
    public IReadOnlySet<string>? Actuators { get; init; }
}
