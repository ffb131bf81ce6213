namespace Optimizer.Workflows.Answers;

/// <summary>A question as somebody asks it.</summary>
/// <param name="Text">In their words; untrusted.</param>
/// <param name="Play">The play they look at, by slug: meant where the text names none; null for none.</param>
/// <param name="Now">When it is asked.</param>
/// <param name="Zone">In which "yesterday" and "last week" are counted and times are told.</param>
public sealed record Question(string Text, string? Play, DateTimeOffset Now, TimeZoneInfo Zone)
{
    /// <summary>Most characters of a text.</summary>
    public const int Longest = 2_000;
}
