using System.Text.Json;

namespace Optimizer.Workflows.Notices;

/// <summary>What a form that asks why not carries along and gives back: the question, and the message that it was opened from.</summary>
/// <param name="Change">What is answered.</param>
/// <param name="Channel">Where the message is.</param>
/// <param name="Message">Which one it is.</param>
public sealed record ReasonOrigin(AskedChange Change, string Channel, string Message)
{
    /// <summary>Reads what <see cref="ToString"/> wrote; null for anything else.</summary>
    public static ReasonOrigin? Read(string? text)
    {
        try
        {
            return text is not null && JsonSerializer.Deserialize<string[]>(text) is [{ } change, { } channel, { } message] && AskedChange.Read(change) is { } asked
                ? new(asked, channel, message)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public override string ToString() => JsonSerializer.Serialize(new[] { Change.ToString(), Channel, Message });
}
