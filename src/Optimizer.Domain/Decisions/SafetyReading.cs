namespace Optimizer.Domain.Decisions;

/// <summary>What a safety watch shows between two looks.</summary>
/// <param name="Rule">The stop rule that fired, such as drop_30; null when none did.</param>
/// <param name="Stops">True when the variant is taken out now; false when it is only throttled.</param>
/// <param name="Why">In words with the numbers; empty when nothing fired.</param>
public sealed record SafetyReading(string? Rule, bool Stops, string Why)
{
    public static SafetyReading Fine { get; } = new(null, false, "");
}
