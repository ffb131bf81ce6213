namespace Optimizer.Domain.Notices;

/// <summary>How much a message matters (C35).</summary>
public enum NoticeSeverity
{
    Info,
    Warn,
    High,
}
