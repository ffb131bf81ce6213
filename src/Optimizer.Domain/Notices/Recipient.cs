namespace Optimizer.Domain.Notices;

/// <summary>Who reads a sink, and when they want to be told.</summary>
public sealed record Recipient
{
    /// <summary>Whether a program reads it: it gets every message at once, one by one and in order.</summary>
    public bool IsMachine { get; init; }

    /// <summary>IANA name of the recipient's zone.</summary>
    public string TimeZone { get; init; } = "UTC";

    /// <summary>Null when they may be told at any hour.</summary>
    public QuietHours? Quiet { get; init; }

    /// <summary>Local times; empty when everything is told at once.</summary>
    public IReadOnlyList<TimeOnly> Digest { get; init; } = DigestTimes.Manager;

    /// <summary>What is routed here (C35).</summary>
    public IReadOnlyList<NoticeSeverity> Severities { get; init; } = Enum.GetValues<NoticeSeverity>();
}
