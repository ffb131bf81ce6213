using Optimizer.Domain.Plays;

namespace Optimizer.Workflows.Definitions;

/// <summary>One play as it stands in a file.</summary>
/// <param name="Play">The play.</param>
/// <param name="Text">Its own document alone, as stored.</param>
/// <param name="Line">First line of the document in the file.</param>
public sealed record PlayDocument(Play Play, string Text, int Line);
