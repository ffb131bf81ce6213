namespace Optimizer.Workflows;

/// <summary>A payload is larger than the engine keeps; pass a reference to it instead.</summary>
public sealed class PayloadTooLargeException : Exception
{
    public PayloadTooLargeException(string what, long bytes, long limit)
        : base(FormattableString.Invariant($"{what} is {bytes:#,0} bytes as JSON, more than the {limit:#,0} that are kept; store it and pass a reference")) =>
        (What, Bytes, Limit) = (what, bytes, limit);

    /// <summary>Which payload, in words.</summary>
    public string What { get; }

    /// <summary>Its size in bytes of UTF-8.</summary>
    public long Bytes { get; }

    /// <summary>The most that is kept, in bytes.</summary>
    public long Limit { get; }
}
