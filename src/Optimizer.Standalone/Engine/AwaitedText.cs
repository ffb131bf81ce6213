using Optimizer.Embedded.Inspection;

namespace Optimizer.Standalone.Engine;

/// <summary>What an instance waits for, in words. The text is as it came: make it harmless where it is shown.</summary>
internal static class AwaitedText
{
    private const int ShortCount = 2;

    /// <summary>In a cell: the first few.</summary>
    public static string Short(IReadOnlyList<AwaitedStep> awaited, DateTimeOffset now)
    {
        var first = string.Join(", ", awaited.Take(ShortCount).Select(step => Short(step, now)));
        return awaited.Count > ShortCount ? $"{first} and {awaited.Count - ShortCount} more" : first;
    }

    /// <summary>On a line of its own, with everything that is known of it.</summary>
    public static string Long(AwaitedStep step, DateTimeOffset now)
    {
        var since = $"since {Times.At(step.Since, now)}";
        return step.Kind switch
        {
            AwaitedKind.Activity =>
                $"activity {step.Name}{Attempt(step)} to answer, {(step.IsBegun ? "begun and not to be repeated, " : "")}{since}",
            AwaitedKind.Child => $"child {step.ChildId} ({step.Name}){Attempt(step)} to end, {since}",
            AwaitedKind.Time => $"{Until(step, now)}{(step.Name is null ? "" : $", set when {step.Name}{Attempt(step)} failed: most likely its next attempt")}, {since}",
            AwaitedKind.Signal => $"signal '{step.Name}'{(step.Due is null ? " without limit" : $" until {Until(step, now)}")}, {since}",
            _ => throw new ArgumentOutOfRangeException(nameof(step), step.Kind, "unknown kind"),
        };
    }

    private static string Short(AwaitedStep step, DateTimeOffset now)
    {
        var due = step.Due is { } time ? $" {Times.Relative(time, now)}" : "";
        return step.Kind switch
        {
            AwaitedKind.Activity => $"{step.Name}{Attempt(step)}",
            AwaitedKind.Child => $"child {step.ChildId}",
            AwaitedKind.Time => step.Name is null ? $"time{due}" : $"{step.Name} again{due}",
            AwaitedKind.Signal => $"signal {step.Name}{(due.Length > 0 ? $" (until{due})" : "")}",
            _ => throw new ArgumentOutOfRangeException(nameof(step), step.Kind, "unknown kind"),
        };
    }

    private static string Until(AwaitedStep step, DateTimeOffset now) => step.Due is { } due ? Times.At(due, now) : "";

    private static string Attempt(AwaitedStep step) => step.Attempt > 1 ? $" (attempt {step.Attempt})" : "";
}
