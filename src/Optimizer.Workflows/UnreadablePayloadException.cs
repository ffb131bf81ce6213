namespace Optimizer.Workflows;

/// <summary>A payload does not read as, or a value does not write as JSON of, the type that a handle names.</summary>
public sealed class UnreadablePayloadException : Exception
{
    public UnreadablePayloadException(string what, Type type, Exception inner)
        : base($"{what} does not fit {(type ?? throw new ArgumentNullException(nameof(type))).Name}: {(inner ?? throw new ArgumentNullException(nameof(inner))).Message}", inner) =>
        (What, Type) = (what, type);

    /// <summary>Which payload, in words.</summary>
    public string What { get; }

    /// <summary>The type that the handle names.</summary>
    public Type Type { get; }
}
