namespace Optimizer.Functions.Tables.Kept;

/// <param name="Title">One line.</param>
/// <param name="Text">Markdown.</param>
internal sealed record KeptNote(string Title, string Text);
