namespace Optimizer.Connectors.Simulated;

/// <summary>How people who are asked behave. Shares are in [0, 1].</summary>
public sealed record PeopleOptions
{
    public required ulong Seed { get; init; }

    /// <summary>Hours until half of the answers are there, above 0.</summary>
    public double MedianHours { get; init; } = 4;

    /// <summary>Share of questions that nobody answers.</summary>
    public double NeverShare { get; init; } = 0.05;

    /// <summary>Share of usual changes that are rejected.</summary>
    public double RejectShare { get; init; } = 0.1;

    /// <summary>Share rejected of what people look at twice: prices, legal text, budgets, audiences, strategy.</summary>
    public double RejectSensitiveShare { get; init; } = 0.5;

    /// <summary>From then on nobody says anything more; null when they go on for ever.</summary>
    public DateTimeOffset? Until { get; init; }
}
