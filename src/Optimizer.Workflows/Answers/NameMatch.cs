namespace Optimizer.Workflows.Answers;

/// <summary>Which plays a text names.</summary>
/// <param name="Plays">The one it names; several when it may be any of them; empty when it names none that there is.</param>
/// <param name="Rest">Its words without the name.</param>
/// <param name="Said">What was taken for the name when it is not written so; null when it is.</param>
internal sealed record NameMatch(IReadOnlyList<PlayName> Plays, IReadOnlyList<string> Rest, string? Said);
