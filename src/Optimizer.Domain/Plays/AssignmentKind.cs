namespace Optimizer.Domain.Plays;

/// <summary>How units come to a variant. Only the first two are at random, and only they can prove anything.</summary>
public enum AssignmentKind
{
    Randomized,
    PlatformNative,
    AlternateCycles,
    BeforeAfter,
}
