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

    public string Name { get; init => field = CheckedName(value, nameof(Name)); } = CheckedName(Name, nameof(Name));

    public IReadOnlyList<VariantLook> Looks { get; init => field = CheckedLooks(value, nameof(Looks)); } = CheckedLooks(Looks, nameof(Looks));

    public VariantLook Today => Looks[^1];

    /// <summary>True when the condition held at three consecutive daily looks: for 48 hours.</summary>
    public bool HeldFor48Hours(Func<VariantLook, bool> condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return Looks.Count >= LooksKept && Looks.TakeLast(LooksKept).All(condition);
    }

    /// <summary>What is left without dates: the last look, and nothing over days or hours.</summary>
    public VariantReading Undated() => this with { Looks = [Today], LastDay = null, Novelty = null };

    private static string CheckedName(string text, string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text, name);
        return text;
    }

    private static IReadOnlyList<VariantLook> CheckedLooks(IReadOnlyList<VariantLook> looks, string name)
    {
        ArgumentNullException.ThrowIfNull(looks, name);
        return looks.Count is > 0 and <= LooksKept
            ? looks
            : throw new ArgumentException($"a reading keeps from 1 to {LooksKept} looks, not {looks.Count}", name);
    }
}
