namespace Optimizer.Domain.Experiments;

/// <summary>What one variant shows at a look, with the looks before it that rules over 48 hours need.</summary>
/// <param name="Name">The variant.</param>
/// <param name="Looks">Daily looks, oldest first, today's last; at most <see cref="LooksKept"/>.</param>
/// <param name="LastDay">Today's units alone, for rules over 24 hours; null when the source has no dates.</param>
/// <param name="Novelty">Whether the effect lasts; null while there is no second week.</param>
public sealed record VariantReading(string Name, IReadOnlyList<VariantLook> Looks, VariantLook? LastDay, Novelty? Novelty)
{
    /// <summary>Three daily looks span 48 hours.</summary>
    public const int LooksKept = 3;

    public VariantLook Today => Looks[^1];

    /// <summary>True when the condition held at three consecutive daily looks: for 48 hours.</summary>
    public bool HeldFor48Hours(Func<VariantLook, bool> condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return Looks.Count >= LooksKept && Looks.TakeLast(LooksKept).All(condition);
    }
}
