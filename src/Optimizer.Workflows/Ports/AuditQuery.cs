namespace Optimizer.Workflows.Ports;

/// <summary>Which records; everything set must hold.</summary>
public sealed record AuditQuery
{
    public string? Play { get; init; }

    public string? Experiment { get; init; }

    /// <summary>Kinds as in JSON, such as decision.made; null for all.</summary>
    public IReadOnlyCollection<string>? Kinds { get; init; }

    /// <summary>Inclusive.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Exclusive.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Only later records.</summary>
    public long AfterSequence { get; init; }

    /// <summary>Only earlier records; null for no end.</summary>
    public long? BeforeSequence { get; init; }

    /// <summary>The last record first, for whoever wants the newest few and stops reading.</summary>
    public bool NewestFirst { get; init; }
}
