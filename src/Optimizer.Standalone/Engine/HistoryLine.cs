using Optimizer.Workflows;

namespace Optimizer.Standalone.Engine;

/// <summary>A line of a history: a sign, a step, words, perhaps a payload within them. The text is as it came.</summary>
/// <param name="Sign">Right for what the workflow asked, left for what it was told.</param>
/// <param name="Step">Number of the step, or null.</param>
/// <param name="Text">Up to the payload.</param>
/// <param name="Colour">Of the line.</param>
internal sealed record HistoryLine(string Sign, int? Step, string Text, string Colour = "default")
{
    public Payload? Payload { get; init; }

    /// <summary>What follows the payload.</summary>
    public string After { get; init; } = "";

    /// <summary>A remark at the end, dimmed.</summary>
    public string Note { get; init; } = "";

    public Failure? Failure { get; init; }

    /// <summary>Lines of one key in a row are shown as one when there are many; null for those that always stand alone.</summary>
    public string? Fold { get; init; }
}
