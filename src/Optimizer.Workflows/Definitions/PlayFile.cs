namespace Optimizer.Workflows.Definitions;

/// <summary>A file of play definitions: YAML, several documents or one, or JSON.</summary>
/// <param name="Plays">Those that are right.</param>
/// <param name="Problems">What is wrong with the others; nothing is guessed.</param>
public sealed record PlayFile(IReadOnlyList<PlayDocument> Plays, IReadOnlyList<DefinitionProblem> Problems)
{
    /// <param name="text">The whole file.</param>
    /// <param name="file">Its name, for messages.</param>
    public static PlayFile Read(string text, string file) => throw new NotImplementedException();
}
