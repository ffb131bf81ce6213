namespace Optimizer.Workflows.Ports;

/// <param name="Number">Rises with every note.</param>
/// <param name="Play">The play's slug.</param>
/// <param name="Title">One line.</param>
/// <param name="Text">Markdown.</param>
public sealed record PlayNote(long Number, string Play, string Title, string Text);
